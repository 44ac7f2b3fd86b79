package dev.muster;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noFields;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import com.vaadin.flow.component.Component;
import com.vaadin.flow.router.Route;
import com.vaadin.flow.server.auth.AnonymousAllowed;
import jakarta.annotation.security.PermitAll;
import jakarta.annotation.security.RolesAllowed;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.data.repository.Repository;
import org.springframework.jdbc.core.JdbcOperations;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.modulith.core.ApplicationModules;

/** What the packages may know of each other; see the package-info of each for its arrows. */
class ArchitectureTest {

    private static final JavaClasses MUSTER = new ClassFileImporter()
            .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
            .importPackages("dev.muster");

    @Test
    void arrowsBetweenFeaturesGoOneWay() {
        ApplicationModules.of(Application.class).verify();
    }

    @Test
    void servicesKnowNothingOfPages() {
        noClasses()
                .that()
                .resideOutsideOfPackages("dev.muster", "..ui..", "dev.muster.shell..")
                .and()
                .doNotHaveFullyQualifiedName("dev.muster.security.SecurityConfig")
                .should()
                .dependOnClassesThat()
                .resideInAPackage("com.vaadin..")
                .because("the jobs and the REST API use the same services")
                .check(MUSTER);
    }

    @Test
    void pagesDoNotReachIntoTheDatabase() {
        noClasses()
                .that()
                .areAssignableTo(Component.class)
                .or()
                .resideInAnyPackage("..ui..", "dev.muster.shell..")
                .should()
                .dependOnClassesThat()
                .areAssignableTo(Repository.class)
                .orShould()
                .dependOnClassesThat()
                .areAssignableTo(JdbcClient.class)
                .orShould()
                .dependOnClassesThat()
                .areAssignableTo(JdbcOperations.class)
                .check(MUSTER);
    }

    @Test
    void everythingIsInjectedThroughConstructors() {
        noFields()
                .should()
                .beAnnotatedWith(Autowired.class)
                .orShould()
                .beAnnotatedWith(Value.class)
                .check(MUSTER);
    }

    @Test
    void everyPageSaysWhoMayOpenIt() {
        classes()
                .that()
                .areAnnotatedWith(Route.class)
                .should()
                .beAnnotatedWith(RolesAllowed.class)
                .orShould()
                .beAnnotatedWith(PermitAll.class)
                .orShould()
                .beAnnotatedWith(AnonymousAllowed.class)
                .check(MUSTER);
    }

    @Test
    void pagesStayInsideTheirPackage() {
        classes()
                .that()
                .areAnnotatedWith(Route.class)
                .should()
                .bePackagePrivate()
                .check(MUSTER);
    }
}
