package dev.muster.mail;

/**
 * Which letters, in which order.
 *
 * @param search a part of an address, a name or a subject, without regard to case; blank for all
 */
public record MailQuery(MailSegment segment, String search, Sort sort, boolean descending) {

    /** What letters can be sorted by. */
    public enum Sort {
        WRITTEN("id"),
        TO("to_address"),
        SUBJECT("subject"),
        STATE("state"),
        TRIES("tries"),
        NEXT_TRY("next_try_at");

        private final String column;

        Sort(String column) {
            this.column = column;
        }

        String column() {
            return column;
        }
    }
}
