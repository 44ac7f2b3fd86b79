package dev.muster.security.ui;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.router.Menu;
import com.vaadin.flow.router.Route;
import dev.muster.common.ui.EmptyState;
import dev.muster.common.ui.Icons;
import dev.muster.common.ui.Page;
import dev.muster.common.ui.Times;
import dev.muster.common.ui.Toasts;
import dev.muster.security.ApiToken;
import dev.muster.security.CurrentUser;
import dev.muster.security.Role;
import dev.muster.security.TokenDesk;
import jakarta.annotation.security.RolesAllowed;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;

/** The tokens that programs use the REST API with. */
@Route("api-tokens")
@Menu(order = 340, title = "security.tokens.title", icon = "key")
@RolesAllowed(Role.Names.ADMINISTRATOR)
class TokensView extends Page {

    private final transient TokenDesk desk;
    private final transient CurrentUser currentUser;
    private final transient Times times;
    private final transient Clock clock;
    private final TokensGrid grid;

    TokensView(TokenDesk desk, CurrentUser currentUser, Times times, Clock clock) {
        super("security.tokens.title");
        this.desk = desk;
        this.currentUser = currentUser;
        this.times = times;
        this.clock = clock;
        this.grid = new TokensGrid(times, this::askToRevoke);
        var add = new Button(getTranslation("security.tokens.new"));
        add.addThemeVariants(ButtonVariant.PRIMARY);

        add.addClickListener(click -> openNew());

        grid.setEmptyStateComponent(new EmptyState(
                Icons.KEY, getTranslation("security.tokens.none"), getTranslation("security.tokens.none-text")));
        setSubtitle(getTranslation("security.tokens.subtitle"));
        addActions(add);
        add(grid);
        refresh();
    }

    private void openNew() {
        List<Role> roles = currentUser.get().role().includes();
        LocalDate tomorrow = LocalDate.ofInstant(clock.instant(), Times.zone()).plusDays(1);
        new NewTokenDialog(roles, tomorrow, this::create).open();
    }

    private void create(NewTokenDialog.Wish wish) {
        Instant expiresAt = wish.lastDay() == null
                ? null
                : wish.lastDay().plusDays(1).atStartOfDay(Times.zone()).toInstant();
        String token = desk.create(wish.name(), wish.role(), expiresAt);
        refresh();
        new FreshTokenDialog(wish.name(), token).open();
    }

    private void askToRevoke(ApiToken token) {
        String lastUsed = token.lastUsedAt() == null
                ? getTranslation("security.tokens.revoke-unused")
                : getTranslation("security.tokens.revoke-used", times.shown(token.lastUsedAt()));
        new RevokeDialog(getTranslation("security.tokens.revoke-question", token.name()), lastUsed, () -> revoke(token))
                .open();
    }

    private void revoke(ApiToken token) {
        desk.revoke(token.id());
        Toasts.done(getTranslation("security.tokens.revoked", token.name()));
        refresh();
    }

    private void refresh() {
        grid.setItems(desk.tokens());
    }
}
