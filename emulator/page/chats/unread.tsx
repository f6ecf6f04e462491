/** The number of unread messages. */
export function Unread({ count }: { count: number }) {
  return (
    <span class="unread">
      {count > 99 ? "99+" : count}
      <span class="unseen">条未读</span>
    </span>
  );
}
