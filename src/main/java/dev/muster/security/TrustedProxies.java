package dev.muster.security;

import java.util.Arrays;
import java.util.stream.Collectors;
import org.springframework.beans.factory.config.BeanPostProcessor;
import org.springframework.boot.tomcat.autoconfigure.TomcatServerProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.env.Environment;
import org.springframework.security.web.util.matcher.IpAddressMatcher;

/**
 * Which proxies are believed when they say for whom they ask: {@code MUSTER_TRUSTED_PROXIES}, addresses or networks with
 * commas between them. Tomcat takes a list without any network for a regular expression, which no address would match; so
 * each address is handed on as the network of itself.
 */
@Configuration(proxyBeanMethods = false)
class TrustedProxies {

    private static final int BITS_OF_IPV4 = 32;
    private static final int BITS_OF_IPV6 = 128;

    @Bean
    static BeanPostProcessor trustedProxiesOfTheEnvironment(Environment environment) {
        return new BeanPostProcessor() {
            @Override
            public Object postProcessBeforeInitialization(Object bean, String beanName) {
                if (bean instanceof TomcatServerProperties tomcat) {
                    tomcat.getRemoteip()
                            .setInternalProxies(networks(environment.getProperty("muster.trusted-proxies", "")));
                }
                return bean;
            }
        };
    }

    /**
     * Returns {@code proxies} as networks alone.
     *
     * @throws BadEnvironmentException where one is neither an address nor a network
     */
    static String networks(String proxies) {
        return Arrays.stream(proxies.split(",", -1))
                .map(String::strip)
                .filter(proxy -> !proxy.isEmpty())
                .map(TrustedProxies::network)
                .collect(Collectors.joining(","));
    }

    private static String network(String proxy) {
        int bits = proxy.contains(":") ? BITS_OF_IPV6 : BITS_OF_IPV4;
        String network = proxy.contains("/") ? proxy : proxy + '/' + bits;
        try {
            new IpAddressMatcher(network);
            return network;
        } catch (IllegalArgumentException e) {
            throw new BadEnvironmentException(
                    "MUSTER_TRUSTED_PROXIES holds \"%s\", which is neither an address nor a network.".formatted(proxy),
                    "Name addresses such as 10.0.0.7 or networks such as 10.0.0.0/8, with commas between them.");
        }
    }
}
