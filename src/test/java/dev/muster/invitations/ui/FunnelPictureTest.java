package dev.muster.invitations.ui;

import static org.assertj.core.api.Assertions.assertThat;

import dev.muster.invitations.Funnel;
import org.junit.jupiter.api.Test;

class FunnelPictureTest {

    @Test
    void eachPartIsAsHighAsItsShareAndSlopesToTheNext() {
        assertThat(FunnelPicture.draw(new Funnel(100, 50, 50, 20, 0)))
                .contains("class=\"funnel-1\" points=\"0,0.0 66,0.0 98,25.0 98,75.0 66,100.0 0,100.0\"")
                .contains("class=\"funnel-2\" points=\"100,25.0 166,25.0 198,25.0 198,75.0 166,75.0 100,75.0\"");
    }

    @Test
    void oneOfAMillionCanBeSeenAndNobodyCannot() {
        assertThat(FunnelPicture.draw(new Funnel(1_000_000, 1, 0, 0, 0)))
                .contains("class=\"funnel-2\" points=\"100,48.0 166,48.0 198,50.0 198,50.0 166,52.0 100,52.0\"")
                .contains("class=\"funnel-3\" points=\"200,50.0 266,50.0 298,50.0 298,50.0 266,50.0 200,50.0\"");
    }
}
