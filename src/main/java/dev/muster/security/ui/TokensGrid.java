package dev.muster.security.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Span;
import dev.muster.common.ui.SpokenText;
import dev.muster.common.ui.State;
import dev.muster.common.ui.StateBadge;
import dev.muster.common.ui.TimeText;
import dev.muster.common.ui.Times;
import dev.muster.security.ApiToken;
import java.time.Instant;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** The list of tokens. */
final class TokensGrid extends OnPhones<ApiToken> {

    private final transient Times times;
    private final transient Consumer<ApiToken> onRevoke;

    TokensGrid(Times times, Consumer<ApiToken> onRevoke) {
        this.times = times;
        this.onRevoke = onRevoke;

        addComponentColumn(this::narrow).setHeader(getTranslation("security.tokens.name"));
        addComponentColumn(this::name)
                .setHeader(getTranslation("security.tokens.name"))
                .setFlexGrow(3);
        addColumn(this::role)
                .setHeader(getTranslation("security.admins.role"))
                .setWidth("128px")
                .setFlexGrow(0);
        addColumn(ApiToken::createdBy)
                .setHeader(getTranslation("security.tokens.acts-as"))
                .setFlexGrow(2);
        moment(token -> token.createdAt(), "security.tokens.created");
        moment(ApiToken::lastUsedAt, "security.tokens.last-used");
        moment(ApiToken::expiresAt, "security.tokens.expires");
        addComponentColumn(this::end)
                .setHeader(new SpokenText(getTranslation("common.list.actions")))
                .setWidth("150px")
                .setFlexGrow(0);
        setSelectionMode(SelectionMode.NONE);
        setAriaLabel(getTranslation("security.tokens.title"));
    }

    private interface Moment {
        @Nullable
        Instant of(ApiToken token);
    }

    private void moment(Moment moment, String headerKey) {
        addComponentColumn(token -> time(moment.of(token), headerKey))
                .setHeader(getTranslation(headerKey))
                .setWidth("120px")
                .setFlexGrow(0);
    }

    private Component time(@Nullable Instant moment, String headerKey) {
        if (moment == null) {
            var never = new Span(getTranslation(headerKey + ".never"));
            never.addClassName("muted");
            return never;
        }
        return new TimeText(moment, times);
    }

    private Component name(ApiToken token) {
        var name = new Span(token.name());
        name.addClassNames("who-name", "cut");
        return name;
    }

    private String role(ApiToken token) {
        return getTranslation("security.role." + token.role().name());
    }

    private Component end(ApiToken token) {
        return switch (token.standing()) {
            case WORKS -> revokeButton(token);
            case EXPIRED -> new StateBadge(State.EXPIRED);
            case REVOKED -> new StateBadge(State.REVOKED);
            case ACCOUNT_DISABLED -> new Div(new StateBadge(State.DISABLED), revokeButton(token));
        };
    }

    private Component revokeButton(ApiToken token) {
        var revoke = new Button(getTranslation("security.tokens.revoke"));
        revoke.addThemeVariants(ButtonVariant.TERTIARY);
        revoke.addClassName("danger");
        revoke.setAriaLabel(getTranslation("security.tokens.revoke-of", token.name()));
        revoke.addClickListener(click -> onRevoke.accept(token));
        return revoke;
    }

    private Component narrow(ApiToken token) {
        var used = new Div(
                new Span(role(token) + " · " + getTranslation("security.tokens.last-used") + " "),
                time(token.lastUsedAt(), "security.tokens.last-used"));
        used.addClassNames("muted", "small");
        var texts = new Div(name(token), used);
        texts.addClassNames("two-lines", "grow");
        var row = new Div(texts, end(token));
        row.addClassName("token-narrow");
        return row;
    }
}
