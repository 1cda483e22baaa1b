package io.github.mavenhardening.core.scorecard;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ScriptPinsTest {

    private static final String SHA = "0123456789012345678901234567890123456789";

    private static List<String> pins(String script) {
        return ScriptPins.in(script).stream()
                .map(pin -> pin.kind() + " " + pin.pinned())
                .toList();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            quoteCharacter = '~',
            value = {
                "pip install x;                                            PIP false",
                "/usr/bin/pip install x;                                   PIP false",
                "PIP3 Install x;                                           PIP false",
                "pip install;                                              PIP false",
                "pip --quiet install x;                                    ~~",
                "pip3.11 install x;                                        ~~",
                "python3 -m pip install -r r.txt --require-hashes;         PIP true",
                "python -u -m pip install -r r.txt;                        PIP false",
                "python3.11 -m pip install x;                              ~~",
                "pip3 install --no-deps -e .;                              PIP true",
                "pip install --no-deps .;                                  PIP false",
                "pip install -e .;                                         PIP false",
                "pip install --no-deps -e git+https://example.org/a.git@main;    PIP false",
                "pip install --no-deps -e git+https://example.org/a.git@" + SHA + "#egg=a; PIP true",
                "pip install dist/a-1-py3-none-any.whl;                    PIP true",
                "pip install a.whl b;                                      PIP false",
                "pip install $WHAT;                                        PIP false",
                "pip download x;                                           ~~",
                "cd a && npm ci;                                           NPM true",
                "npm --prefix a ci;                                        NPM true",
                "npm --prefix a install;                                   NPM false",
                "npm i x;                                                  NPM false",
                "npm update;                                               NPM false",
                "npm install-test;                                         NPM false",
                "npm i github:o/r#0123456789abcdef0123456789abcdef01234567;     NPM true",
                "npm i git+https://h/r#0123456789abcdef0123456789abcdef01234567;NPM true",
                "npm i a github:o/r#0123456789abcdef0123456789abcdef01234567;   NPM true",
                "npm i github:o/r#v1;                                      NPM false",
                "npm i github:o/r;                                         NPM false",
                "npm i github:o/r#a#0123456789abcdef0123456789abcdef01234567;   NPM false",
                "npm i https://h/r#0123456789abcdef0123456789abcdef01234567;    NPM false",
                "sudo npm install -g x;                                    NPM false",
                "sudo -u a npm install -g x;                               ~~",
                "FOO=1 npm install;                                        NPM false",
                "npm run build;                                            ~~",
                "yarn install;                                             ~~",
                "go install examplexample.org/x@latest;                          GO false",
                "go install examplexample.org/x;                                 GO false",
                "go get -u -v examplexample.org/x;                               GO false",
                "go install examplexample.org/x@v1.2.3;                          GO true",
                "go get -insecure examplexample.org/x@v1.2.3;                    GO false",
                "go get -insecure examplexample.org/x@" + SHA + ";               GO true",
                "go get examplexample.org/x@none;                                GO true",
                "go install ./cmd;                                         GO true",
                "go get -d -v;                                             GO true",
                "go install;                                               ~~",
                "go build examplexample.org/x;                                   ~~",
                "choco install x;                                          CHOCO false",
                "choco.exe install x --requirechecksum=true;               CHOCO true",
                "choco install --Require-Checksums x;                      CHOCO true",
                "nuget install x -Version 1;                               NUGET true",
                "nuget install x;                                          NUGET false",
                "nuget install;                                            NUGET true",
                "nuget install a/packages.config;                          NUGET true",
                "dotnet add package x;                                     NUGET false",
                "dotnet add a.csproj package x -v 1;                       NUGET true",
                "dotnet add package x --version 1;                         NUGET true",
                "dotnet restore a b c;                                     NUGET false",
                "dotnet.exe restore a --Locked-Mode;                       NUGET true",
                "nuget restore;                                            NUGET false",
                "nuget.exe restore a.sln -LockedMode;                      NUGET true",
                "msbuild /t:restore;                                       NUGET false",
                "msbuild.exe a.sln /T:Restore /p:RestoreLockedMode=true;   NUGET true",
                "msbuild -t:restore;                                       ~~",
                "dotnet build a.sln;                                       ~~",
                "echo done # pip install x;                                ~~",
                "echo 'pip install x';                                     ~~",
                "echo \"$(pip install x)\";                                PIP false",
            })
    void readsPackageManagers(String script, String expected) {
        assertThat(pins(script)).isEqualTo(expected.isEmpty() ? List.of() : List.of(expected));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '!',
            quoteCharacter = '~',
            value = {
                "curl -sSf https://example.org/i | sh                                ! 1",
                "curl -sSf https://example.org/i | sudo bash -s -- -y                ! 1",
                "curl -sSf https://example.org/i | sudo -E bash -                    ! 0",
                "curl https://example.org/i | python3 -                              ! 1",
                "wget -qO- https://example.org/i | perl                              ! 1",
                "curl https://example.org/i | ruby | tee log                         ! 1",
                "curl https://example.org/i | tee log | ruby                         ! 0",
                "curl https://example.org/i | php                                    ! 1",
                "curl https://example.org/i | node                                   ! 1",
                "curl https://example.org/i | zsh                                    ! 0",
                "curl https://example.org/i | jq .a                                  ! 0",
                "cat a | bash                                                  ! 0",
                "curl RAW/SHA/i.sh | sh                                        ! 0",
                "curl -sSL 'RAW/SHA/a/i.sh' | sudo bash -s                     ! 0",
                "wget -O x RAW/SHA/i.sh && sh x                                ! 0",
                "wget -O /tmp/x RAW/SHA/i.sh && sh /tmp/x                      ! 1",
                "curl RAW/SHA/a RAW/main/b | sh                                ! 1",
                "curl -H Accept:x RAW/SHA/a | sh                               ! 1",
                "curl RAW/SHA | sh                                             ! 1",
                "curl https://github.com/a/b/raw/SHA/i.sh | sh                 ! 1",
                "bash <(curl RAW/SHA/i.sh)                                     ! 1",
                "bash <(curl -s https://example.org/i)                               ! 1",
                "sudo bash <(wget -qO- https://example.org/i) -x                     ! 0",
                "source <(curl -s https://example.org/i)                             ! 0",
                "bash -c \"$(curl -fsSL https://example.org/i)\"                     ! 0",
                "bash -c 'curl https://example.org/i | bash'                         ! 1",
                "su a -c \"curl https://example.org/i | bash\"                       ! 1",
                "python -c 'curl https://example.org/i | bash'                       ! 0",
                "curl https://example.org/i > x && bash x                            ! 1",
                "curl https://example.org/i > /a/x; chmod +x /a/x; /a/../a/x         ! 1",
                "curl https://example.org/i -o x; sh x                               ! 0",
                "wget -O x https://example.org/i; sh ./x                             ! 1",
                "wget https://example.org/a/install.sh?b=c; sh install.sh            ! 1",
                "wget https://example.org/a.tar.gz; tar xf a.tar.gz                  ! 0",
                "gsutil cp gs://b/i.sh . && ./i.sh                             ! 1",
                "aws s3api get-object --bucket b i.sh x.sh && bash x.sh        ! 1",
                "if true; then curl https://example.org/i | sh; fi                   ! 1",
                "f() { curl https://example.org/i | sh; }                            ! 1",
                "case a in b) curl https://example.org/i | sh;; esac                 ! 1",
                "x=`curl https://example.org/i | sh`                                 ! 1",
                "echo 'curl https://example.org/i | sh'                              ! 0",
            })
    void readsDownloads(String script, int expected) {
        String addressed =
                script.replace("RAW", "https://raw.githubusercontent.com/a/b").replace("SHA", SHA);
        assertThat(pins(addressed)).hasSize(expected).allMatch("DOWNLOAD_THEN_RUN false"::equals);
    }

    /** Scorecard does not read what its parser does not take. */
    @Test
    void readsNothingOfWhatIsNoScript() {
        assertThat(pins("pip install x")).hasSize(1);
        assertThat(pins("pip install x\nif [ a ]; then")).isEmpty();
        assertThat(pins("pip install x\necho 'a")).isEmpty();
        assertThat(pins("pip install x\n(a))")).isEmpty();
    }

    @Test
    void looksIntoHereDocumentsThatAreExpanded() {
        assertThat(pins("cat <<A\n$(pip install x)\npip install y\nA\npip install z"))
                .hasSize(2);
        assertThat(pins("cat <<'A'\n$(pip install x)\nA\n")).isEmpty();
    }

    @Test
    void joinsContinuedLines() {
        assertThat(pins("pip install \\\n  --require-hashes \\\n  -r a.txt")).containsExactly("PIP true");
    }

    /** What costs a parser much is left unread rather than read for long. */
    @Test
    void boundsItsWork() {
        assertThat(pins("$((".repeat(20_000))).isEmpty();
        assertThat(pins("((".repeat(20_000))).isEmpty();
        assertThat(pins("`".repeat(20_001))).isEmpty();
        assertThat(pins("if a; then ".repeat(20_000))).isEmpty();
        assertThat(pins("bash -c '".repeat(5_000))).isEmpty();
        assertThat(pins("pip install x\n".repeat(10_000))).hasSize(10_000);
    }
}
