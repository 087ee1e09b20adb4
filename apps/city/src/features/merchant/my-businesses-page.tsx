export const MyBusinessesPage = () => <h1>MyBusinessesPage</h1>
