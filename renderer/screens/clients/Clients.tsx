// All clients.
import { useCall } from '../../api/queries.ts';
import { Trouble } from '../../parts/Trouble.tsx';

export function Clients() {
  const { data, error } = useCall('clients.list', null);
  if (error) return <Trouble trouble={error} />;
  return (
    <section>
      <h1>Clients</h1>
      <ul>
        {data?.map(({ client }) => (
          <li key={client.id}>{client.name}</li>
        ))}
      </ul>
    </section>
  );
}
