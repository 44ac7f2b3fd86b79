package dev.muster.security.ui;

import com.vaadin.flow.component.AttachEvent;
import com.vaadin.flow.component.ComponentUtil;
import com.vaadin.flow.component.Composite;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.radiobutton.RadioButtonGroup;
import dev.muster.common.ui.SchemeChosen;
import dev.muster.security.ColorScheme;
import java.util.function.Consumer;

/** Light, dark, or as the device says; in step with the choice in the shell. */
final class AppearanceForm extends Composite<Div> {

    private final RadioButtonGroup<ColorScheme> scheme =
            new RadioButtonGroup<>(getTranslation("security.account.appearance-label"));

    AppearanceForm(ColorScheme chosen, Consumer<ColorScheme> onChoose) {
        scheme.setItems(ColorScheme.values());
        scheme.setItemLabelGenerator(value -> getTranslation("shell.appearance." + value.name()));
        scheme.setValue(chosen);

        scheme.addValueChangeListener(change -> {
            if (change.isFromClient()) {
                onChoose.accept(change.getValue());
                getUI().ifPresent(ui -> SchemeChosen.tell(ui, change.getValue().name()));
            }
        });

        getContent().addClassNames("card", "account-card");
        getContent().add(new H2(getTranslation("shell.appearance")), scheme);
    }

    @Override
    protected void onAttach(AttachEvent attach) {
        var listening = ComponentUtil.addListener(
                attach.getUI(), SchemeChosen.class, choice -> scheme.setValue(ColorScheme.valueOf(choice.name())));
        addDetachListener(detach -> {
            listening.remove();
            detach.unregisterListener();
        });
    }
}
