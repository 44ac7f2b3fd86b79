package dev.muster.invitations.ui;

import static org.assertj.core.api.Assertions.assertThat;

import com.vaadin.flow.router.QueryParameters;
import dev.muster.invitations.ContactQuery;
import dev.muster.members.MemberKind;
import dev.muster.members.MemberSource;
import java.util.Set;
import org.junit.jupiter.api.Test;

class InviteListAddressTest {

    @Test
    void theListAsItOpensNeedsNoWords() {
        assertThat(InviteListAddress.write(ContactQuery.DEFAULT).getQueryString())
                .isEmpty();
        assertThat(InviteListAddress.read(QueryParameters.empty())).isEqualTo(ContactQuery.DEFAULT);
    }

    @Test
    void whatIsWrittenIsReadAgain() {
        var query = ContactQuery.DEFAULT
                .with(ContactQuery.Standing.ARCHIVED)
                .with(ContactQuery.Invited.ALL)
                .withKind(MemberKind.NOMINEE)
                .withSources(Set.of(MemberSource.CSV_IMPORT, MemberSource.API))
                .withSearch("a & b = 100 %")
                .sortedBy(ContactQuery.Sort.NAME, false);

        String address = InviteListAddress.write(query).getQueryString();

        assertThat(InviteListAddress.read(QueryParameters.fromString(address))).isEqualTo(query);
    }

    @Test
    void theArchivedAreShownWhetherTheyWereInvitedOrNot() {
        ContactQuery archived = InviteListAddress.read(QueryParameters.fromString("status=archived"));

        assertThat(archived.invited()).isEqualTo(ContactQuery.Invited.ALL);
        assertThat(InviteListAddress.write(archived).getQueryString()).isEqualTo("status=archived");
        assertThat(archived.with(ContactQuery.Standing.ACTIVE)).isEqualTo(ContactQuery.DEFAULT);
    }

    @Test
    void whatIsNotUnderstoodCountsAsNotSaid() {
        assertThat(InviteListAddress.read(QueryParameters.fromString(
                        "status=gone&invited=x&kind=&source=mars&sort=shoe&order=up&page=7")))
                .isEqualTo(ContactQuery.DEFAULT.sortedBy(ContactQuery.Sort.ADDED, false));
    }
}
