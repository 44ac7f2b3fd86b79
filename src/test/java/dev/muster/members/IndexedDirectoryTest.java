package dev.muster.members;

import static org.assertj.core.api.Assertions.assertThat;

import dev.muster.members.index.MemberIndex;
import dev.muster.members.index.Wanted;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.context.TestPropertySource;

/** The index shows what the database shows. */
@TestPropertySource(properties = "muster.index.from=0")
class IndexedDirectoryTest extends MemberDirectoryTest {

    @Autowired
    MemberIndex index;

    @Test
    void theIndexIsAsked() {
        assertThat(index.find(Wanted.ALL)).isPresent();
    }
}
