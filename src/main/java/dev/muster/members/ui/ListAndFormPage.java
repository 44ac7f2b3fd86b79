package dev.muster.members.ui;

import com.vaadin.flow.component.AttachEvent;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.grid.Grid;
import com.vaadin.flow.component.masterdetaillayout.MasterDetailLayout;
import com.vaadin.flow.component.masterdetaillayout.MasterDetailLayout.OverlayContainment;
import com.vaadin.flow.router.BeforeEvent;
import com.vaadin.flow.router.BeforeLeaveEvent;
import com.vaadin.flow.router.BeforeLeaveEvent.ContinueNavigationAction;
import com.vaadin.flow.router.BeforeLeaveObserver;
import com.vaadin.flow.router.HasUrlParameter;
import com.vaadin.flow.router.NotFoundException;
import com.vaadin.flow.router.OptionalParameter;
import com.vaadin.flow.signals.Signal;
import dev.muster.common.ui.Icons;
import dev.muster.common.ui.Page;
import dev.muster.common.ui.Question;
import dev.muster.common.ui.Toasts;
import dev.muster.members.SaveOutcome;
import dev.muster.members.SaveOutcome.Outdated;
import dev.muster.members.SaveOutcome.Refused;
import dev.muster.members.SaveOutcome.Saved;
import java.util.List;
import java.util.Optional;
import java.util.function.ToLongFunction;
import org.jspecify.annotations.Nullable;

/**
 * A page with the list of all records and the form of the one that is open beside it; on a narrow screen over it. The
 * address names the record, so that every form can be linked to, and Back closes it. A changed form is not left without
 * asking.
 *
 * @param <T> a row of the list
 */
abstract class ListAndFormPage<T> extends Page
        implements HasUrlParameter<String>, BeforeLeaveObserver, RecordList.Source<T> {

    /** Stands in the address for a record that is not there yet. */
    private static final String NEW = "new";

    private final RecordList<T> list;
    private final MasterDetailLayout layout = new MasterDetailLayout();

    private @Nullable Button add;
    private @Nullable String parameter;
    private @Nullable DetailForm<?> form;
    private @Nullable T closed;
    private boolean wasNew;
    private int windowWidth;

    ListAndFormPage(String headingKey) {
        super(headingKey);
        list = new RecordList<>(this, heading(), row -> go(String.valueOf(idOf(row))));
        layout.setMaster(list);
        layout.setMasterSize("min(400px, 100vw)", true);
        layout.setDetailSize("380px");
        layout.setOverlaySize("min(440px, 100%)");
        layout.setOverlayContainment(OverlayContainment.PAGE);

        layout.addDetailEscapePressListener(_ -> close());
        layout.addBackdropClickListener(_ -> close());

        getContent().addClassName("list-and-form");
        add(layout);
    }

    /** Returns the form of {@code row}, or of a new record where that is null; empty where it may not be opened. */
    protected abstract Optional<DetailForm<?>> formOf(@Nullable T row);

    /** Shows the columns for which there is room. */
    protected abstract void fit(Room room);

    /** Returns the list, for its columns. */
    protected final Grid<T> grid() {
        return list.grid();
    }

    /** Returns the rows as they were last loaded. */
    protected final List<T> rows() {
        return list.rows();
    }

    /** Loads the rows again; the form stays as it is. */
    protected final void refresh() {
        list.refresh();
    }

    /** Loads the rows again where others changed them; the form stays as it is. */
    protected final void follow() {
        list.follow();
    }

    /** Offers to add a record at the top of the page; an empty list offers it in its own place. */
    protected final void offerToAdd(String textKey) {
        add = addButton(textKey);
        addActions(add);
    }

    /** Returns a button that opens the form of a new record. */
    protected final Button addButton(String textKey) {
        var button = new Button(getTranslation(textKey), Icons.PLUS.create(), _ -> go(NEW));
        button.addThemeVariants(ButtonVariant.PRIMARY);
        return button;
    }

    @Override
    public void showEmpty(boolean isEmpty) {
        if (add != null) {
            add.setVisible(!isEmpty);
        }
    }

    /** Closes the form; asks where it was changed. */
    protected final void close() {
        go(null);
    }

    /** Closes the form of a record that is gone. */
    protected final void closeGone() {
        form = null;
        list.select(null);
        close();
    }

    /** Moves the focus into the list, to {@code row}. */
    protected final void focusRow(T row) {
        list.focus(row);
    }

    /** Shows what came of saving the form. */
    protected final <K> void show(SaveOutcome<K> outcome, ToLongFunction<K> id) {
        switch (outcome) {
            case Saved<K>(K saved) -> {
                reopen(String.valueOf(id.applyAsLong(saved)));
                Toasts.done(getTranslation("members.form.saved"));
            }
            case Refused<K> refused -> openForm().show(refused.problems());
            case Outdated<K> _ -> openForm().showOutdated(() -> reopen(parameter));
        }
    }

    @Override
    public void setParameter(BeforeEvent event, @OptionalParameter @Nullable String newParameter) {
        refresh();
        show(newParameter);
    }

    @Override
    public void beforeLeave(BeforeLeaveEvent event) {
        if (form == null || !form.isChanged()) {
            return;
        }
        ContinueNavigationAction navigation = event.postpone();
        Question.beforeLeaving(
                () -> {
                    form = null;
                    navigation.proceed();
                },
                () -> {
                    navigation.cancel();
                    list.select(list.open());
                });
    }

    /** Goes to the form that was opened, or back to the row of the one that was closed, or to what opened a new one. */
    @Override
    public void focusHeading() {
        if (form != null) {
            form.focusFirst();
        } else if (closed != null) {
            focusRow(closed);
        } else if (wasNew && add != null && add.isVisible()) {
            add.focus();
        } else {
            super.focusHeading();
        }
    }

    @Override
    protected void onAttach(AttachEvent attach) {
        super.onAttach(attach);
        var window = attach.getUI().getPage().windowSizeSignal();
        Signal.effect(this, () -> {
            windowWidth = window.get().width();
            fit();
        });
    }

    private void fit() {
        fit(Room.of(windowWidth, form != null));
    }

    private DetailForm<?> openForm() {
        if (form == null) {
            throw new IllegalStateException("No form is open.");
        }
        return form;
    }

    private void show(@Nullable String newParameter) {
        closed = list.open();
        wasNew = NEW.equals(parameter);
        parameter = newParameter;
        T open = newParameter == null || newParameter.equals(NEW)
                ? null
                : list.find(newParameter).orElseThrow(NotFoundException::new);
        form = newParameter == null ? null : formOf(open).orElseThrow(NotFoundException::new);
        // Only coming and going is worth a movement.
        layout.setAnimationEnabled(layout.getDetail() == null || form == null);
        layout.setDetail(form);
        list.select(open);
        fit();
    }

    /** Shows a record as it is now, whatever the form holds; closes the form where the record is gone. */
    private void reopen(@Nullable String wanted) {
        form = null;
        refresh();
        if (wanted == null || list.find(wanted).isEmpty()) {
            close();
        } else if (wanted.equals(parameter)) {
            show(wanted);
            focusHeading();
        } else {
            go(wanted);
        }
    }

    private void go(@Nullable String wanted) {
        UI.getCurrent().navigate(wanted == null ? path() : path() + "/" + wanted);
    }
}
