package tutorial;

import de.siegmar.fastcsv.reader.CsvRecord;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** The entity of the tutorial: one flat row. */
@Entity
public class TutorialContact {

    private static final int LONGEST = 255;

    @Id
    @GeneratedValue(strategy = GenerationType.IDENTITY)
    @Column
    private @Nullable Long id;

    @Column
    private String name = "";

    @Column(unique = true)
    private String email = "";

    @Column
    private String title = "";

    @Column
    private String company = "";

    @Column
    private String salesforceId = "";

    @Column
    private String externalContactId = "";

    @Column
    private String externalAccountId = "";

    @Column
    private String position = "";

    @Column
    private String industry = "";

    @Column
    private String product = "";

    protected TutorialContact() {}

    public TutorialContact(CsvRecord row) {
        name = cell(row, 0);
        email = cell(row, 1).toLowerCase(Locale.ROOT);
        title = cell(row, 2);
        company = cell(row, 3);
        salesforceId = cell(row, 4);
        externalContactId = cell(row, 5);
        externalAccountId = cell(row, 6);
        position = cell(row, 7);
        industry = cell(row, 8);
        product = cell(row, 9);
    }

    private static String cell(CsvRecord row, int index) {
        String cell = index < row.getFieldCount() ? row.getField(index) : "";
        return cell.length() > LONGEST ? cell.substring(0, LONGEST) : cell;
    }

    boolean isValid() {
        return email.contains("@") && !name.isBlank();
    }

    String email() {
        return email;
    }
}
