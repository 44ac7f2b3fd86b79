package tutorial;

import org.springframework.data.jpa.repository.JpaRepository;

/** The repository of the tutorial. */
public interface TutorialContacts extends JpaRepository<TutorialContact, Long> {

    boolean existsByEmail(String email);
}
