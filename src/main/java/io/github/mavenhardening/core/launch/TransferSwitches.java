package io.github.mavenhardening.core.launch;

import java.util.Optional;

/**
 * Switches by which Maven accepts downloads that it would refuse: by their certificates, checksums and origins. Whatever a build is
 * for, it has no reason to have them.
 *
 * @see <a href="https://maven.apache.org/resolver/configuration.html">Maven Resolver: configuration</a>
 * @see <a href="https://maven.apache.org/wagon/wagon-providers/wagon-http/">Wagon HTTP: properties</a>
 */
public final class TransferSwitches {

    /** The short name of the option for lax checksums. */
    public static final String LAX = "c";

    /** What that does. */
    public static final String LAX_EFFECT = "reduces a wrong checksum of a download to a warning";

    /** What may end in a dot and the id of the one repository that it is about. */
    private static final String SECURITY_MODE = "aether.connector.https.securityMode";

    private TransferSwitches() {}

    /** What a property of Maven, its resolver or its wagons weakens at that value; empty for all that weakens nothing there. */
    public static Optional<Effect> ofProperty(String name, String value) {
        String set = value.strip();
        boolean isOff = set.equalsIgnoreCase("false");
        boolean isTakenForOff = isTakenForOff(value);
        return switch (name) {
            case "aether.artifactResolver.postProcessor.trustedChecksums" ->
                where(isTakenForOff, Effect.high("switches Maven's own comparison with trusted checksums off"));
            case "aether.trustedChecksumsSource.summaryFile" ->
                where(isTakenForOff, Effect.high("removes Maven's own trusted checksums"));
            case "aether.remoteRepositoryFilter.groupId", "aether.remoteRepositoryFilter.prefixes" ->
                where(isTakenForOff, Effect.high("lets Maven ask a repository for artifacts that never came from it"));
            case "maven.wagon.http.ssl.insecure" ->
                where(!isOff, Effect.high("accepts any certificate of a repository"));
            case "maven.wagon.http.ssl.allowall" ->
                where(!isOff, Effect.high("accepts a certificate issued for another host"));
            // It counts where certificates of any issuer are accepted, which another file or word may say.
            case "maven.wagon.http.ssl.ignore.validity.dates" ->
                where(!isOff, Effect.medium("accepts a certificate that has expired"));
            default ->
                where(
                        (name.equals(SECURITY_MODE) || name.startsWith(SECURITY_MODE + '.'))
                                && set.equalsIgnoreCase("insecure"),
                        Effect.high("accepts any certificate of a repository"));
        };
    }

    /**
     * Whether a value of a switch that is on by itself switches it off: Maven and its resolver take all but {@code true} for
     * false, a word that is misspelt and a blank before it, too. Of what only a build fills in nothing is said.
     */
    public static boolean isTakenForOff(String value) {
        return !value.equalsIgnoreCase("true") && value.indexOf('$') < 0;
    }

    private static Optional<Effect> where(boolean weakens, Effect effect) {
        return weakens ? Optional.of(effect) : Optional.empty();
    }
}
