package io.github.mavenhardening.maven.session;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.mavenhardening.core.network.Access;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.Proxy;
import java.net.URI;
import java.util.List;
import java.util.function.UnaryOperator;
import org.apache.maven.settings.Server;
import org.apache.maven.settings.Settings;
import org.apache.maven.settings.building.DefaultSettingsProblem;
import org.apache.maven.settings.building.SettingsProblem;
import org.apache.maven.settings.crypto.SettingsDecrypter;
import org.apache.maven.settings.crypto.SettingsDecryptionRequest;
import org.apache.maven.settings.crypto.SettingsDecryptionResult;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SettingsAccessTest {

    /** Takes braces away, as if they were a password's encryption, and fails at what is broken. */
    private static final SettingsDecrypter DECRYPTER = SettingsAccessTest::decrypted;

    private static SettingsDecryptionResult decrypted(SettingsDecryptionRequest request) {
        Server server = request.getServers().get(0).clone();
        boolean broken = server.getPassword().equals("{broken}");
        server.setPassword(server.getPassword().replaceAll("[{}]", ""));
        return new SettingsDecryptionResult() {
            @Override
            public Server getServer() {
                return server;
            }

            @Override
            public List<Server> getServers() {
                return List.of(server);
            }

            @Override
            public org.apache.maven.settings.Proxy getProxy() {
                return null;
            }

            @Override
            public List<org.apache.maven.settings.Proxy> getProxies() {
                return List.of();
            }

            @Override
            public List<SettingsProblem> getProblems() {
                return broken
                        ? List.of(new DefaultSettingsProblem(
                                "no", SettingsProblem.Severity.ERROR, "settings.xml", 1, 1, null))
                        : List.of();
            }
        };
    }

    private static Settings proxied(String without) {
        org.apache.maven.settings.Proxy proxy = new org.apache.maven.settings.Proxy();
        proxy.setActive(true);
        proxy.setHost("proxy.example.org");
        proxy.setPort(3128);
        proxy.setNonProxyHosts(without);
        Settings settings = new Settings();
        settings.addProxy(proxy);
        return settings;
    }

    private static Settings withServer(String id, String user, String password) {
        Server server = new Server();
        server.setId(id);
        server.setUsername(user);
        server.setPassword(password);
        Settings settings = new Settings();
        settings.addServer(server);
        return settings;
    }

    @ParameterizedTest
    @CsvSource({
        "localhost|*.internal.example.org, https://git.example.org/, true",
        "localhost|*.internal.example.org, https://git.internal.example.org/, false",
        "localhost|*.internal.example.org, https://internal.example.org/, true",
        "localhost|*.internal.example.org, http://LOCALHOST:8080/x, false",
        "'git.example.org, other', https://git.example.org/, false",
        "git.*, https://git.example.org/, false",
        "git.example.org, https://gitxexample.org/, true",
        "'', https://git.example.org/, true",
        ", https://git.example.org/, true",
        "*, https://git.example.org/, false",
    })
    void theProxyIsAskedButForSomeHosts(String without, URI address, boolean proxied) {
        Access access = SettingsAccess.ofNobody(proxied(without), UnaryOperator.identity());

        Proxy expected = new Proxy(Proxy.Type.HTTP, InetSocketAddress.createUnresolved("proxy.example.org", 3128));
        assertThat(access.proxies().select(address)).containsExactly(proxied ? expected : Proxy.NO_PROXY);
    }

    @Test
    void withoutAProxyJavasOwnSettingsHold() {
        assertThat(SettingsAccess.ofNobody(new Settings(), UnaryOperator.identity())
                        .proxies())
                .isSameAs(Access.usual().proxies());
        Settings off = proxied("");
        off.getProxies().get(0).setActive(false);
        assertThat(SettingsAccess.ofNobody(off, UnaryOperator.identity()).proxies())
                .isSameAs(Access.usual().proxies());
    }

    @Test
    void aProxysUserIsSeen() {
        Settings settings = proxied("");
        assertThat(SettingsAccess.wantsUser(settings)).isFalse();
        assertThat(SettingsAccess.wantsUser(new Settings())).isFalse();
        settings.getProxies().get(0).setUsername("ada");
        assertThat(SettingsAccess.wantsUser(settings)).isTrue();
    }

    @Test
    void theServerOfTheHostSaysWhoAsks() throws IOException {
        Access access = SettingsAccess.of(
                withServer("git.example.org", "ada", "{s3cret}"), DECRYPTER, UnaryOperator.identity());

        assertThat(access.authorization(URI.create("https://git.example.org/o/r"), "git.example.org"))
                .contains("Basic YWRhOnMzY3JldA==");
        assertThat(access.authorization(URI.create("https://other.example.org/o/r"), "other.example.org"))
                .isEmpty();
        assertThat(SettingsAccess.ofNobody(withServer("git.example.org", "ada", "x"), UnaryOperator.identity())
                        .authorization(URI.create("https://git.example.org/o/r"), "git.example.org"))
                .isEmpty();
        assertThat(SettingsAccess.of(withServer("git.example.org", null, "x"), DECRYPTER, UnaryOperator.identity())
                        .authorization(URI.create("https://git.example.org/o/r"), "git.example.org"))
                .isEmpty();
    }

    @Test
    void whatCannotBeDecryptedIsAProblem() {
        Access access = SettingsAccess.of(
                withServer("git.example.org", "ada", "{broken}"), DECRYPTER, UnaryOperator.identity());

        assertThatThrownBy(() -> access.authorization(URI.create("https://git.example.org/o/r"), "git.example.org"))
                .isInstanceOf(IOException.class)
                .hasMessage("The password of the server 'git.example.org' in settings.xml cannot be decrypted");
    }
}
