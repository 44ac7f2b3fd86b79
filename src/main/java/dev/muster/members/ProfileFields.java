package dev.muster.members;

import java.util.Optional;
import org.springframework.data.jpa.repository.JpaRepository;
import org.springframework.data.jpa.repository.Query;

interface ProfileFields extends JpaRepository<ProfileField, Long> {

    Optional<ProfileField> findByNameKey(String nameKey);

    /** Returns the position of the last field; 0 where there is none. */
    @Query("SELECT COALESCE(MAX(field.position), 0) FROM ProfileField field")
    int lastPosition();
}
