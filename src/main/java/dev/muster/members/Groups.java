package dev.muster.members;

import java.util.Optional;
import org.springframework.data.jpa.repository.JpaRepository;

interface Groups extends JpaRepository<Group, Long> {

    Optional<Group> findByNameKey(String nameKey);

    Optional<Group> findByJoinCodeKey(String joinCodeKey);
}
