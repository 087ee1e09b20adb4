export const LinkPage = () => <h1>LinkPage</h1>
