package io.github.mavenhardening.core.checks.workflow;

import org.junit.jupiter.api.Test;

class LongLivedSigningKeyTest {

    private static final LongLivedSigningKey CHECK = new LongLivedSigningKey();

    @Test
    void findsKeysOfCosign() {
        MarkedYaml.steps("""
                - run: cosign sign --key env://KEY image         # finds: long-lived-signing-key low pedantic
                - run: |
                    cosign sign-blob --yes --key=cosign.key x    # finds: long-lived-signing-key low pedantic
                    cosign sign image
                    cosign verify --key cosign.pub image
                    cosign sign --key awskms:///alias/x image
                    cosign attest --key hashivault://x image
                """).isFoundBy(CHECK);
    }

    @Test
    void findsKeysOfOpenPgp() {
        MarkedYaml.steps("""
                - uses: actions/setup-java@v5
                  with:
                    gpg-private-key: ${{ secrets.GPG_PRIVATE_KEY }}   # finds: long-lived-signing-key info auditor
                    gpg-passphrase: ${{ secrets.GPG_PASSPHRASE }}
                - run: jreleaser full-release
                  env:
                    KEY: ${{ secrets.JRELEASER_GPG_SECRET_KEY }}      # finds: long-lived-signing-key info auditor
                    NAME: ${{ secrets.GPG_KEYNAME }}
                - run: echo
                  env:
                    NAME: ${{ secrets.GPG_KEY_ID }}
                    DEPLOY: ${{ secrets.DEPLOY_KEY }}
                """).isFoundBy(CHECK);
    }
}
