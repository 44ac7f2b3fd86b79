package dev.muster.shell;

import static org.assertj.core.api.Assertions.assertThat;

import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H1;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.sidenav.SideNavItem;
import com.vaadin.flow.router.RouteConfiguration;
import dev.muster.security.AppearanceDesk;
import dev.muster.security.ColorScheme;
import dev.muster.security.Role;
import dev.muster.testing.UiTest;
import jakarta.annotation.security.PermitAll;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

class ShellTest extends UiTest {

    @Autowired
    AppearanceDesk appearance;

    @Test
    void anAddressWithoutAPageSaysSoAndNothingElse() {
        actAs("Vera Viewer", Role.VIEWER);

        UI.getCurrent().navigate("no-such-page");

        assertThat(find(H1.class).single().getText()).isEqualTo("This page does not exist");
    }

    @Test
    void aPageOfAnotherRoleSaysWhichRoleOneHas() {
        actAs("Vera Viewer", Role.VIEWER);

        UI.getCurrent().navigate("admins");

        assertThat(find(H1.class).single().getText()).isEqualTo("You may not open this page");
        assertThat(find(Paragraph.class).all())
                .extracting(Paragraph::getText)
                .contains("Your role is Viewer. An administrator of the hub can change it.");
    }

    @PermitAll
    static class BrokenView extends Div {
        BrokenView() {
            throw new IllegalStateException("jdbc:secret");
        }
    }

    @Test
    void aBrokenPageShowsAReferenceAndNothingOfTheCause() {
        actAs("Vera Viewer", Role.VIEWER);
        RouteConfiguration.forSessionScope().setRoute("broken", BrokenView.class, List.of(MainLayout.class));

        UI.getCurrent().navigate("broken");

        assertThat(find(H1.class).single().getText()).isEqualTo("Something went wrong on our side");
        assertThat(find(Paragraph.class).all())
                .extracting(Paragraph::getText)
                .anyMatch(text -> text.matches("Reference [2-9A-Z]{8}"))
                .noneMatch(text -> text.contains("secret"));
    }

    @Test
    void theNavigationShowsWhatTheRoleMayOpen() {
        actAs("Ada Admin", Role.ADMINISTRATOR);
        UI.getCurrent().navigate("no-such-page");
        assertThat(find(SideNavItem.class).all())
                .extracting(SideNavItem::getLabel)
                .contains("Admins");

        actAs("Vera Viewer", Role.VIEWER);
        UI.getCurrent().navigate("no-such-page");
        assertThat(find(SideNavItem.class).all())
                .extracting(SideNavItem::getLabel)
                .doesNotContain("Admins");
    }

    @Test
    void theColourSchemeBelongsToTheAccount() {
        actAs("Ada Admin", Role.ADMINISTRATOR);
        appearance.prefer(ColorScheme.DARK);
        assertThat(appearance.colorScheme()).isEqualTo(ColorScheme.DARK);

        actAs("Vera Viewer", Role.VIEWER);
        assertThat(appearance.colorScheme()).isEqualTo(ColorScheme.SYSTEM);
    }
}
