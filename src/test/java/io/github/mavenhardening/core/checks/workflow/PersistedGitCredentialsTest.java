package io.github.mavenhardening.core.checks.workflow;

import org.junit.jupiter.api.Test;

class PersistedGitCredentialsTest {

    private static final PersistedGitCredentials CHECK = new PersistedGitCredentials();

    @Test
    void findsTokensInAddressesThatGitKeeps() {
        MarkedYaml.steps("""
                - run: git remote set-url origin "https://x-access-token:${GH_TOKEN}@github.com/o/n"   # finds: persisted-git-credentials medium medium-confidence
                - run: git remote add up https://x:${{ secrets.PAT }}@github.com/o/n     # finds: persisted-git-credentials medium medium-confidence
                - run: git clone https://${{ steps.app.outputs.token }}@github.com/o/n     # finds: persisted-git-credentials medium medium-confidence
                - run: git clone https://$PAT@github.com/o/n     # finds: persisted-git-credentials medium medium-confidence
                - run: git clone https://${USER}:${PASSWORD}@host.example.org/n     # finds: persisted-git-credentials medium medium-confidence
                - run: git submodule add https://x:$T@github.com/o/n     # finds: persisted-git-credentials medium medium-confidence
                - run: git config --global url."https://x:${T}@github.com/".insteadOf https://github.com/   # finds: persisted-git-credentials medium medium-confidence
                - run: 'git -C sub config http.https://github.com/.extraheader "AUTHORIZATION: basic $T"'   # finds: persisted-git-credentials medium medium-confidence
                - uses: other/action@v1
                """).isFoundBy(CHECK);
    }

    @Test
    void findsTokensInFilesAndTools() {
        MarkedYaml.steps("""
                - run: echo "machine github.com login x password ${{ secrets.PAT }}" >> ~/.netrc   # finds: persisted-git-credentials medium medium-confidence
                - run: printf 'https://x:%s@github.com' "$T" > "$HOME/.git-credentials"   # finds: persisted-git-credentials medium medium-confidence
                - run: |
                    cat > ~/.netrc <<EOF     # finds: persisted-git-credentials medium medium-confidence
                    password $T
                    EOF
                - run: echo "$T" | gh auth login --with-token   # finds: persisted-git-credentials medium medium-confidence
                - uses: other/action@v1
                """).isFoundBy(CHECK);
    }

    @Test
    void leavesWhatIsNotKept() {
        MarkedYaml.steps("""
                - run: git push https://x:${T}@github.com/o/n HEAD:main
                - run: 'git -c http.extraheader="AUTHORIZATION: basic $T" fetch'
                - run: git clone https://github.com/${{ github.repository }}
                - run: git clone https://git@github.com/o/n
                - run: git clone https://${HOST}/o/n
                - run: git remote set-url origin git@github.com:o/n
                - run: git config user.name "$GITHUB_ACTOR"
                - run: gh auth setup-git
                - run: gh auth status
                - run: touch ~/.netrc
                - run: echo $T > token.txt
                - uses: other/action@v1
                """).isFoundBy(CHECK);
    }

    @Test
    void leavesWhatTheSameStepTakesOutAgain() {
        MarkedYaml.steps("""
                - run: |
                    git remote set-url origin https://x:$T@github.com/o/n
                    git push
                    git remote set-url origin https://github.com/o/n
                - run: |
                    echo "password $T" > ~/.netrc
                    git fetch
                    rm -f ~/.netrc
                - run: |
                    git config http.extraheader "AUTHORIZATION: basic $T"
                    git fetch
                    git config --unset-all http.extraheader
                - run: |
                    git config --unset-all http.extraheader
                    git config http.extraheader "AUTHORIZATION: basic $T"   # finds: persisted-git-credentials medium medium-confidence
                - uses: other/action@v1
                """).isFoundBy(CHECK);
    }

    @Test
    void leavesTheLastStepAndShowsFewWhatNoCodeOfOthersFollows() {
        MarkedYaml.steps("""
                - run: git remote set-url origin https://x:$T@github.com/o/n   # finds: persisted-git-credentials medium medium-confidence pedantic
                - run: ./gradlew build
                - run: git remote set-url origin https://x:$T@github.com/o/n
                """).isFoundBy(CHECK);
    }

    @Test
    void looksAtActionsToo() {
        MarkedYaml.action("""
                name: a
                description: b
                runs:
                  using: composite
                  steps:
                    - shell: bash
                      run: git remote set-url origin https://x:$T@github.com/o/n   # finds: persisted-git-credentials medium medium-confidence
                """).isFoundBy(CHECK);
    }
}
