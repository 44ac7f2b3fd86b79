package dev.muster.security.ui;

import com.vaadin.flow.component.datepicker.DatePicker;

/** A field for a day, written as everywhere in Muster: 12 Nov 2026. */
final class Days extends DatePicker {

    Days(String labelKey) {
        setLabel(getTranslation(labelKey));
        setClearButtonVisible(true);
        setI18n(new DatePickerI18n()
                .setDateFormat("d MMM yyyy")
                .setFirstDayOfWeek(1)
                .setBadInputErrorMessage(getTranslation("security.day.bad")));
    }
}
