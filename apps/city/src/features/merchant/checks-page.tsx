export const ChecksPage = () => <h1>ChecksPage</h1>
