import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Date;
import java.util.HexFormat;
import org.bouncycastle.openpgp.PGPException;
import org.bouncycastle.openpgp.api.OpenPGPKey;
import org.bouncycastle.openpgp.api.bc.BcOpenPGPApi;

/**
 * Makes an OpenPGP key for a rehearsal of a release. Writes {@code key.asc}, locked with the passphrase of the environment's
 * {@code MAVEN_GPG_PASSPHRASE}, {@code ring.asc} with what is public of it, and its {@code fingerprint}.
 */
final class ThrowAwayKey {

    private static final int VERSION = 4;
    private static final int BITS = 3072;

    private ThrowAwayKey() {}

    public static void main(String[] arguments) throws IOException, PGPException {
        Path folder = Path.of(arguments[0]);
        char[] passphrase = System.getenv("MAVEN_GPG_PASSPHRASE").toCharArray();
        OpenPGPKey key = new BcOpenPGPApi()
                .generateKey(VERSION, new Date())
                .singletonRSAKey(BITS, "A rehearsal <rehearsal@example.org>")
                .build(passphrase);
        Arrays.fill(passphrase, ' ');
        Files.writeString(folder.resolve("key.asc"), key.toAsciiArmoredString());
        Files.writeString(folder.resolve("ring.asc"), key.toCertificate().toAsciiArmoredString());
        Files.writeString(
                folder.resolve("fingerprint"), HexFormat.of().withUpperCase().formatHex(key.getFingerprint()));
    }
}
