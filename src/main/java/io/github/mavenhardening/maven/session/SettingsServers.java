package io.github.mavenhardening.maven.session;

import java.util.Optional;
import org.apache.maven.settings.Server;
import org.apache.maven.settings.Settings;
import org.apache.maven.settings.crypto.DefaultSettingsDecryptionRequest;
import org.apache.maven.settings.crypto.SettingsDecrypter;
import org.apache.maven.settings.crypto.SettingsDecryptionResult;

/** The servers of the settings, with their passwords as they are meant. */
final class SettingsServers {

    private final Settings settings;
    private final SettingsDecrypter decrypter;

    SettingsServers(Settings settings, SettingsDecrypter decrypter) {
        this.settings = settings;
        this.decrypter = decrypter;
    }

    /**
     * The server of that id which has a password; empty where there is none.
     *
     * @throws IllegalArgumentException when it is encrypted, and cannot be decrypted; the message is for the user
     */
    synchronized Optional<Server> server(String id) {
        Server server = settings.getServer(id);
        if (server == null || server.getPassword() == null) {
            return Optional.empty();
        }
        SettingsDecryptionResult result = decrypter.decrypt(new DefaultSettingsDecryptionRequest(server));
        if (!result.getProblems().isEmpty()) {
            throw new IllegalArgumentException(
                    "The password of the server '" + id + "' in settings.xml cannot be decrypted");
        }
        return Optional.of(result.getServer());
    }
}
