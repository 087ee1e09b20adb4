import { render, screen } from '@solidjs/testing-library'
import { expect, test } from 'vitest'
import { Pagination, pagesToShow } from './pagination.tsx'

const texts = { label: 'Seiten', previousLabel: 'Zurück', nextLabel: 'Weiter', pageLabel: (page: number) => `Seite ${page}`, status: '1 von 9' }

test('first, last and the neighbours are offered, gaps in between', () => {
  expect(pagesToShow(5, 9)).toEqual([1, undefined, 4, 5, 6, undefined, 9])
  expect(pagesToShow(1, 9)).toEqual([1, 2, undefined, 9])
  expect(pagesToShow(2, 3)).toEqual([1, 2, 3])
})

test('the first page has no way back and is marked as current', () => {
  render(() => <Pagination {...texts} page={1} pageCount={9} href={(page) => `?seite=${page}`} />)
  expect(screen.queryByRole('link', { name: 'Zurück' })).toBeNull()
  expect(screen.getByRole('link', { name: 'Weiter' }).getAttribute('href')).toBe('?seite=2')
  expect(screen.getByRole('link', { name: 'Seite 1' }).getAttribute('aria-current')).toBe('page')
})

test('a single page needs no navigation', () => {
  render(() => <Pagination {...texts} page={1} pageCount={1} href={() => '#'} />)
  expect(screen.queryByRole('navigation')).toBeNull()
})
