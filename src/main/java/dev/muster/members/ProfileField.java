package dev.muster.members;

import dev.muster.common.WhiteSpace;
import jakarta.persistence.CollectionTable;
import jakarta.persistence.Column;
import jakarta.persistence.ElementCollection;
import jakarta.persistence.Entity;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.OrderColumn;
import jakarta.persistence.SequenceGenerator;
import jakarta.persistence.Version;
import java.util.ArrayList;
import java.util.List;
import org.hibernate.annotations.JdbcTypeCode;
import org.hibernate.type.SqlTypes;
import org.jspecify.annotations.Nullable;

/** A custom profile field: what the admin wants to know about members beyond what every hub asks. */
@Entity
class ProfileField {

    @Id
    @GeneratedValue(strategy = GenerationType.SEQUENCE, generator = "profile_field_seq")
    @SequenceGenerator(name = "profile_field_seq", sequenceName = "profile_field_seq", allocationSize = 50)
    private @Nullable Long id;

    @Version
    private long version;

    private String name;

    @Column
    private String nameKey;

    @JdbcTypeCode(SqlTypes.VARCHAR)
    private FieldType type;

    /** Written once: reordering is a matter of the whole list, and must not make an open form outdated. */
    @Column(updatable = false)
    private int position;

    private boolean shownToMember;
    private boolean addsUnknownChoices;

    @ElementCollection
    @CollectionTable(name = "profile_field_choice", joinColumns = @JoinColumn(name = "field_id"))
    @OrderColumn(name = "position")
    @Column(name = "choice")
    private List<String> choices;

    @SuppressWarnings("NullAway.Init") // Hibernate fills the fields
    protected ProfileField() {}

    /** Creates a field as the {@code draft} says, which {@link FieldRules} found in order, at {@code position}. */
    ProfileField(FieldDraft draft, int position) {
        this.position = position;
        this.name = draft.name();
        this.nameKey = WhiteSpace.nameKey(draft.name());
        this.type = draft.type();
        this.shownToMember = draft.shownToMember();
        this.addsUnknownChoices = draft.addsUnknownChoices();
        this.choices = new ArrayList<>(draft.choices());
    }

    /** Makes the field what the {@code draft} says, which {@link FieldRules} found in order for this field. */
    void become(FieldDraft draft) {
        name = draft.name();
        nameKey = WhiteSpace.nameKey(draft.name());
        type = draft.type();
        shownToMember = draft.shownToMember();
        addsUnknownChoices = draft.addsUnknownChoices();
        if (!choices.equals(draft.choices())) {
            choices.clear();
            choices.addAll(draft.choices());
        }
    }

    FieldId id() {
        if (id == null) {
            throw new IllegalStateException("The field %s was not saved yet.".formatted(name));
        }
        return new FieldId(id);
    }

    FieldType type() {
        return type;
    }

    FieldDetails details() {
        return new FieldDetails(
                new FieldDefinition(id(), name, type, choices, shownToMember, addsUnknownChoices), version);
    }

    FieldDraft asDraft() {
        return new FieldDraft(name, type, choices, shownToMember, addsUnknownChoices);
    }

    boolean isAt(long expectedVersion) {
        return version == expectedVersion;
    }
}
