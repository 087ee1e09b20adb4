export const PlanPage = () => <h1>PlanPage</h1>
