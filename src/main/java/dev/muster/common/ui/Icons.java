package dev.muster.common.ui;

import com.vaadin.flow.component.icon.SvgIcon;
import java.util.Locale;

/** The icons of {@code icons/icons.svg}. All are decoration: the words beside them, or the control's label, say it. */
public enum Icons {
    ALERT,
    ARCHIVE,
    ARROW_DOWN,
    ARROW_LEFT,
    ARROW_RIGHT,
    ARROW_UP,
    AT,
    CHECK,
    CHECK_CIRCLE,
    CHEVRON_DOWN,
    CHEVRON_LEFT,
    CHEVRON_RIGHT,
    CHEVRON_UP,
    CLOCK,
    COLUMNS,
    CONTENT,
    COPY,
    DOWNLOAD,
    EDIT,
    ERROR,
    EXTERNAL,
    EYE,
    FIELDS,
    FILTER,
    GRIP,
    GROUPS,
    HISTORY,
    INBOX,
    INFO,
    KEY,
    LINK,
    LOCK,
    LOGOUT,
    MAIL,
    MENU,
    MINUS,
    MONITOR,
    MOON,
    MORE,
    PAUSE,
    PLUS,
    QR,
    REFRESH,
    SEARCH,
    SEND,
    SHIELD,
    SUN,
    TABLE,
    TRASH,
    UNDO,
    UNLOCK,
    UPLOAD,
    USER,
    USERS,
    X;

    /** Returns a new icon, hidden from screen readers. */
    public SvgIcon create() {
        return of(symbol());
    }

    /** Returns the name of the symbol in the sprite, as it is given in {@code @Menu(icon = …)}. */
    public String symbol() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /** Returns a new icon of the symbol called {@code symbol}, hidden from screen readers. */
    public static SvgIcon of(String symbol) {
        var icon = new SvgIcon("icons/icons.svg", symbol);
        icon.getElement().setAttribute("aria-hidden", "true");
        return icon;
    }
}
