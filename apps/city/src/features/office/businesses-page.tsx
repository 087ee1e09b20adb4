export const BusinessesPage = () => <h1>BusinessesPage</h1>
