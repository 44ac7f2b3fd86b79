package empty;

import com.vaadin.flow.component.dependency.StyleSheet;
import com.vaadin.flow.component.page.AppShellConfigurator;
import com.vaadin.flow.spring.SpringBootAutoConfiguration;
import com.vaadin.flow.theme.aura.Aura;
import org.springframework.boot.SpringBootConfiguration;
import org.springframework.boot.autoconfigure.AutoConfigurationPackage;
import org.springframework.boot.autoconfigure.ImportAutoConfiguration;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.boot.servlet.autoconfigure.HttpEncodingAutoConfiguration;
import org.springframework.boot.tomcat.autoconfigure.servlet.TomcatServletWebServerAutoConfiguration;
import org.springframework.boot.webmvc.autoconfigure.DispatcherServletAutoConfiguration;
import org.springframework.boot.webmvc.autoconfigure.WebMvcAutoConfiguration;
import org.springframework.context.ConfigurableApplicationContext;

/** An application of Vaadin's that has nothing but one page. */
@SpringBootConfiguration
@AutoConfigurationPackage
@ImportAutoConfiguration({
    TomcatServletWebServerAutoConfiguration.class,
    DispatcherServletAutoConfiguration.class,
    HttpEncodingAutoConfiguration.class,
    WebMvcAutoConfiguration.class,
    SpringBootAutoConfiguration.class
})
@StyleSheet(Aura.STYLESHEET)
public class EmptyApplication implements AppShellConfigurator {

    /** Starts it on a free port of this machine, in production mode. */
    public static ConfigurableApplicationContext start() {
        return new SpringApplicationBuilder(EmptyApplication.class)
                .run(
                        "--spring.config.location=optional:classpath:/empty/none.properties",
                        "--server.port=0",
                        "--server.address=127.0.0.1",
                        "--vaadin.productionMode=true",
                        "--vaadin.allowed-packages=empty",
                        "--spring.main.banner-mode=off",
                        "--logging.level.root=WARN");
    }
}
