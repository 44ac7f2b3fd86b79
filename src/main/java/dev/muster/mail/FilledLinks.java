package dev.muster.mail;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;

/** Puts the links of the one addressee of a letter in the place of their marks. */
@Component
class FilledLinks {

    private final ObjectProvider<PersonalLinks> links;

    FilledLinks(ObjectProvider<PersonalLinks> links) {
        this.links = links;
    }

    /** Returns the addressee in {@code row} of {@code mail}, or empty where the letter is not to a member. */
    static Optional<Addressee> addressee(ResultSet row) throws SQLException {
        Long member = row.getObject("member_id", Long.class);
        Long invitation = row.getObject("invitation_id", Long.class);
        return member == null || invitation == null ? Optional.empty() : Optional.of(new Addressee(member, invitation));
    }

    /** Returns {@code text} with its links, whether it is plain or HTML: they hold nothing that either escapes. */
    String fill(String text, @Nullable Addressee addressee) {
        PersonalLinks known = links.getIfAvailable();
        if (addressee == null || known == null) {
            return text;
        }
        return text.replace(
                        PersonalLinks.JOIN.toString(),
                        known.toJoin(addressee.invitation()).toASCIIString())
                .replace(
                        PersonalLinks.OPT_OUT.toString(),
                        known.toOptOut(addressee.member()).toASCIIString());
    }

    /** Returns the link for opting out of {@code addressee}'s letters. */
    Optional<String> optOut(Addressee addressee) {
        return Optional.ofNullable(links.getIfAvailable())
                .map(known -> known.toOptOut(addressee.member()).toASCIIString());
    }
}
