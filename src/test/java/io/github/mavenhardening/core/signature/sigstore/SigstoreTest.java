package io.github.mavenhardening.core.signature.sigstore;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.github.mavenhardening.core.signature.CertificateIdentity;
import io.github.mavenhardening.core.signature.sigstore.BundleResult.Invalid;
import io.github.mavenhardening.core.signature.sigstore.BundleResult.Valid;
import java.io.IOException;
import java.net.Proxy;
import java.net.ProxySelector;
import java.net.SocketAddress;
import java.net.URI;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** With a file that a public project published, the bundle beside it, and Sigstore's public trusted root. */
class SigstoreTest {

    private static final Path FOLDER = Path.of("src/test/resources/sigstore");
    private static final Path SIGNED = FOLDER.resolve("signed.xml");
    private static final Path BUNDLE = FOLDER.resolve("signed.xml.sigstore.json");
    private static final Path TRUSTED_ROOT = FOLDER.resolve("trusted-root.json");

    @TempDir
    Path folder;

    private static BundleVerifier verifier() throws Exception {
        return Sigstore.verifier(Files.readAllBytes(TRUSTED_ROOT)).orElseThrow();
    }

    @Test
    void tellsWhoseBundleItIs() throws Exception {
        assertThat(verifier().verify(SIGNED, Files.readAllBytes(BUNDLE)))
                .isEqualTo(new Valid(new CertificateIdentity(
                        "https://token.actions.githubusercontent.com",
                        "https://github.com/sigstore/sigstore-java/.github/workflows/"
                                + "release-sigstore-java-from-tag.yaml@refs/tags/v2.0.0")));
    }

    @Test
    void asksNoNetwork() throws Exception {
        List<URI> asked = new ArrayList<>();
        ProxySelector before = ProxySelector.getDefault();
        ProxySelector.setDefault(new ProxySelector() {
            @Override
            public List<Proxy> select(URI address) {
                asked.add(address);
                return List.of(Proxy.NO_PROXY);
            }

            @Override
            public void connectFailed(URI address, SocketAddress proxy, IOException problem) {}
        });
        try {
            assertThat(verifier().verify(SIGNED, Files.readAllBytes(BUNDLE))).isInstanceOf(Valid.class);
        } finally {
            ProxySelector.setDefault(before);
        }

        assertThat(asked).isEmpty();
    }

    @Test
    void refusesOtherBytes() throws Exception {
        byte[] bytes = Files.readAllBytes(SIGNED);
        bytes[bytes.length / 2] ^= 1;
        Path tampered = Files.write(folder.resolve("tampered"), bytes);

        assertThat(verifier().verify(tampered, Files.readAllBytes(BUNDLE))).isInstanceOf(Invalid.class);
    }

    /** Each of them is what holds a part of the bundle to the rest. */
    @ParameterizedTest
    @CsvSource({"rawBytes", "signature", "signedEntryTimestamp", "rootHash", "canonicalizedBody", "integratedTime"})
    void refusesABundleOfWhichAPartIsNotItsOwn(String member) throws Exception {
        String bundle = Files.readString(BUNDLE);
        int at = bundle.indexOf('"', bundle.indexOf("\"" + member + "\"") + member.length() + 2) + 1;
        assertThat(at).isGreaterThan(member.length());
        char[] changed = bundle.toCharArray();
        int middle = at + Math.max(1, bundle.indexOf('"', at) - at) / 2;
        changed[middle] = next(changed[middle]);

        assertThat(verifier().verify(SIGNED, new String(changed).getBytes(StandardCharsets.UTF_8)))
                .isInstanceOf(Invalid.class);
    }

    private static char next(char digit) {
        return digit == '1' || digit == 'A' ? (char) (digit + 1) : digit >= 'A' ? 'A' : '1';
    }

    @Test
    void refusesABundleThatWasCutOff() throws Exception {
        byte[] bundle = Files.readAllBytes(BUNDLE);
        BundleVerifier verifier = verifier();
        for (int length = 0; length < bundle.length - 2; length += 256) {
            assertThat(verifier.verify(SIGNED, Arrays.copyOf(bundle, length)))
                    .as("%d bytes", length)
                    .isInstanceOf(Invalid.class);
        }
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            {}
            []
            null
            {"mediaType": "application/json"}
            {"mediaType": "application/vnd.dev.sigstore.bundle.v0.3+json", "verificationMaterial": {}}
            {"mediaType": "application/vnd.dev.sigstore.bundle.v9+json"}
            """)
    void refusesOtherJson(String json) throws Exception {
        assertThat(verifier().verify(SIGNED, json.getBytes(StandardCharsets.UTF_8)))
                .isInstanceOf(Invalid.class);
    }

    @Test
    void refusesAnAttestation() throws Exception {
        String bundle = Files.readString(BUNDLE);
        int from = bundle.indexOf("\"messageSignature\"");
        String attestation = bundle.substring(0, from) + """
                "dsseEnvelope": {"payload": "e30=", "payloadType": "application/vnd.in-toto+json",
                 "signatures": [{"sig": "AAAA"}]}}""";

        assertThat(verifier().verify(SIGNED, attestation.getBytes(StandardCharsets.UTF_8)))
                .isEqualTo(new Invalid("it is an attestation about the file, not a signature of it"));
    }

    @Test
    void refusesWhatIsTooLarge() throws Exception {
        assertThat(verifier().verify(SIGNED, new byte[BundleVerifier.MAX_BYTES + 1]))
                .isEqualTo(new Invalid("it is larger than 1048576 bytes"));
    }

    @Test
    void trustsNobodyElse() throws Exception {
        String other = Files.readString(TRUSTED_ROOT);
        int from = other.indexOf("\"certificateAuthorities\"");
        int to = other.indexOf("\"ctlogs\"");
        byte[] nobody = (other.substring(0, from) + "\"certificateAuthorities\": []," + other.substring(to))
                .getBytes(StandardCharsets.UTF_8);

        assertThat(Sigstore.verifier(nobody).orElseThrow().verify(SIGNED, Files.readAllBytes(BUNDLE)))
                .isInstanceOf(Invalid.class);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {"nonsense", "[]", "{\"tlogs\": 1}"})
    void saysWhenTheTrustedRootIsNone(String root) {
        assertThatExceptionOfType(Sigstore.TrustedRootException.class)
                .isThrownBy(() -> Sigstore.verifier(root.getBytes(StandardCharsets.UTF_8)))
                .withMessageStartingWith("it is not a Sigstore trusted root");
    }

    /** As in a build that does not add it: our own classes, and no library of Sigstore. */
    @Test
    void isNotThereWithoutTheLibrary() throws Exception {
        URL ours = Path.of("target/classes").toUri().toURL();
        ClassLoader without = new ClassLoader(getClass().getClassLoader()) {
            @Override
            protected Class<?> loadClass(String name, boolean resolve) throws ClassNotFoundException {
                if (name.startsWith("dev.sigstore.") || name.startsWith("io.github.mavenhardening.")) {
                    throw new ClassNotFoundException(name);
                }
                return super.loadClass(name, resolve);
            }
        };
        try (URLClassLoader loader = new URLClassLoader(new URL[] {ours}, without)) {
            Object found = loader.loadClass(Sigstore.class.getName())
                    .getMethod("verifier", byte[].class)
                    .invoke(null, (Object) Files.readAllBytes(TRUSTED_ROOT));

            assertThat(found).isEqualTo(Optional.empty());
        }
    }
}
