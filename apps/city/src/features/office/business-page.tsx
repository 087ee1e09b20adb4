export const BusinessPage = () => <h1>BusinessPage</h1>
