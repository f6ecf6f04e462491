/** The red count of messages nobody has opened yet. */
export function Unread({ count }: { count: number }) {
  return (
    <span class="unread">
      {count > 99 ? "99+" : count}
      <span class="unseen">条未读</span>
    </span>
  );
}
