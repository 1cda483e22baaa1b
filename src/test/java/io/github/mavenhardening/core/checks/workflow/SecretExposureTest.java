package io.github.mavenhardening.core.checks.workflow;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.mavenhardening.core.finding.Finding;
import io.github.mavenhardening.core.finding.Location;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;

class SecretExposureTest {

    private static final SecretExposure CHECK = new SecretExposure();
    private static final String ENCODED = "      # finds: secret-exposure high medium-confidence";
    private static final String PART = "      # finds: secret-exposure medium medium-confidence";
    private static final String WHOLE = "      # finds: secret-exposure low medium-confidence pedantic";

    private static MarkedYaml script(String... lines) {
        return MarkedYaml.workflow("""
                on: push
                env: {LEVEL: "${{ secrets.OF_WORKFLOW }}"}
                jobs:
                  a:
                    runs-on: ubuntu-24.04
                    env: {JOB_KEY: "${{ secrets.OF_JOB }}"}
                    steps:
                      - env: {KEY: "${{ secrets.KEY }}", FLAG: "${{ secrets.KEY != '' }}", USER: "${{ secrets.DOCKER_USERNAME }}"}
                        run: |
                """ + String.join("\n", lines).indent(10));
    }

    private static MarkedYaml steps(String steps) {
        return MarkedYaml.workflow("on: push\njobs:\n  a:\n    runs-on: ubuntu-24.04\n"
                + "    env: {KEY: \"${{ secrets.KEY }}\"}\n    steps:\n" + steps.indent(6));
    }

    @Test
    void looksIntoScriptsOfActions() {
        steps("""
                - uses: nick-fields/retry@v3
                  with:
                    command: echo "$KEY" | base64      # finds: secret-exposure high medium-confidence
                """).isFoundBy(CHECK);
    }

    @Test
    void findsEncodedSecretsInTheLog() {
        script(
                        "echo \"$KEY\" | base64" + ENCODED,
                        "echo -n \"user:$KEY\" | base64 -w0 | tee log.txt" + ENCODED,
                        "printf %s ${JOB_KEY} | rev" + ENCODED,
                        "base64 -d <<< \"$LEVEL\"" + ENCODED,
                        "echo '${{ secrets.OTHER }}' | xxd -p" + ENCODED,
                        "echo $KEY | openssl enc -base64 >&2" + ENCODED,
                        "AUTH=$(echo -n \"$KEY\" | base64)",
                        "echo \"Authorization: $AUTH\"" + ENCODED,
                        "export TOKEN=\"$(printenv KEY | base64)\"",
                        "echo $TOKEN >> $GITHUB_STEP_SUMMARY" + ENCODED,
                        "if [ -n \"$KEY\" ]; then echo \"$KEY\" | od -c; fi" + ENCODED)
                .isFoundBy(CHECK);
    }

    @Test
    void followsSecretsAsTheShellCarriesThem() {
        script(
                        "ALL=user",
                        "ALL+=\":$KEY\"",
                        "ALL+=\"@host\"",
                        "nohup echo \"$ALL\" | base64" + ENCODED,
                        "for part in $KEY; do echo \"$part\" | rev; done" + ENCODED,
                        "echo \"$KEY\" > token",
                        "echo \"$(< token)\" | xxd" + ENCODED,
                        "time env | base64" + ENCODED,
                        "parts[1]=\"$KEY\"",
                        "parts[2]=other",
                        "echo \"${parts[1]}\" | base64" + ENCODED,
                        "mapfile -t lines < token",
                        "echo \"${lines[0]}\" | base64" + ENCODED)
                .isFoundBy(CHECK);
    }

    @Test
    void findsPartsOfSecretsInTheLog() {
        script(
                        "echo \"${KEY:0:4}...\"" + PART,
                        "echo ${KEY#*:}" + PART,
                        "echo \"$KEY\" | cut -c1-4" + PART,
                        "echo \"$KEY\" | sed 's/./& /g'" + PART,
                        "echo \"$KEY\" | jq -r .client_secret" + PART,
                        "echo \"$KEY\" | head -c 3" + PART,
                        "echo '${{ toJSON(secrets) }}'" + PART,
                        "echo '${{ fromJSON(secrets.CREDENTIALS).password }}'" + PART,
                        "set -x",
                        "ID=$(echo \"$KEY\" | cut -d: -f1)" + PART,
                        "set +x",
                        "ID=$(echo \"$KEY\" | cut -d: -f1)")
                .isFoundBy(CHECK);
    }

    @Test
    void leavesToTheMaskWhatItMasks() {
        script(
                        "echo \"$KEY\"" + WHOLE,
                        "echo ${{ secrets.OTHER }}" + WHOLE,
                        "printenv KEY" + WHOLE,
                        "env" + WHOLE,
                        "printf '%s\\n' \"$KEY\" \"$JOB_KEY\" | awk 'NF && !seen[$0]++' | paste -sd ' ' -" + WHOLE,
                        "echo \"$KEY\" | awk -F: '{print $1}'" + PART,
                        "set -ex",
                        "deploy --token \"$KEY\"" + WHOLE,
                        "set +x",
                        "deploy --token \"$KEY\"")
                .isFoundBy(CHECK);
    }

    @Test
    void knowsWhatShowsNothing() {
        script(
                        "echo \"$KEY\" | docker login --username \"$USER\" --password-stdin",
                        "echo \"$KEY\" | base64 -d > key.pem",
                        "echo \"$KEY\" | base64 --decode | gpg --import",
                        "echo -n \"$KEY\" | base64 --decode --output=\"${RUNNER_TEMP}/key.p12\"",
                        "echo -n \"$KEY\" | base64 -D -o key.p12",
                        "echo -n \"$KEY\" | openssl enc -base64 -d -A -out key.p12",
                        "gpg --import <(echo \"$KEY\" | base64 -d)",
                        "echo \"$KEY\" > ~/.ssh/id_rsa",
                        "echo \"is it set: $FLAG ${KEY:+yes} ${#KEY}\"",
                        "echo \"user $USER\" | base64",
                        "echo \"$KEY\" | sha256sum",
                        "echo \"$KEY\" | wc -c",
                        "echo \"$KEY\" | grep -q BEGIN",
                        "echo \"$KEY\" | sed 's/^ */::add-mask::/'",
                        "echo \"$KEY\" | base64 > /dev/null",
                        "echo \"token=$(echo $KEY | base64)\" >> $GITHUB_OUTPUT",
                        "AUTH=$(echo -n \"$KEY\" | base64)",
                        "curl -H \"Authorization: Basic $AUTH\" https://example.org",
                        "echo \"::add-mask::$AUTH\"",
                        "set -x; : ${OTHER}; set +x",
                        "KEY=public",
                        "echo $KEY | base64",
                        "echo '$JOB_KEY' | base64")
                .isFoundBy(CHECK);
        steps("""
                - env: {GH: "${{ secrets.GITHUB_TOKEN }}", T: "${{ github.token }}"}
                  run: echo "$GH$T" | base64
                - env: {KEY: public}
                  run: echo "$KEY" | base64
                - shell: pwsh
                  run: echo "$KEY" | base64
                """).isFoundBy(CHECK);
    }

    @Test
    void whatIsMaskedIsMaskedFromThenOn() {
        script("AUTH=$(echo \"$KEY\" | base64)", "echo \"::add-mask::$AUTH\"", "echo $AUTH" + WHOLE)
                .isFoundBy(CHECK);
    }

    @Test
    void findsUploadedFiles() {
        steps("""
                - run: |
                    echo "password=$KEY" > target/app/config.properties      # finds: secret-exposure high medium-confidence
                    env > out.txt      # finds: secret-exposure high medium-confidence
                    echo "$KEY" | tee logs/key.txt >/dev/null      # finds: secret-exposure high medium-confidence
                    echo "$KEY" | base64 -d > key.jks      # finds: secret-exposure high medium-confidence
                    cd dist
                    cat > settings.json <<EOF      # finds: secret-exposure high medium-confidence
                    {"key": "${{ secrets.OTHER }}"}
                    EOF
                - uses: actions/upload-artifact@v4
                  with: {path: target/}
                - uses: actions/upload-artifact@v4
                  with:
                    path: |
                      out.txt
                      logs/*.txt
                      ./**/*.jks
                      ${{ github.workspace }}/dist
                """).isFoundBy(CHECK);
        steps("""
                - run: echo "KEY=$KEY" > .env      # finds: secret-exposure high medium-confidence
                - {uses: actions/upload-artifact@v4, with: {path: ., include-hidden-files: true}}
                """).isFoundBy(CHECK);
        steps("""
                - run: echo "KEY=$KEY" > .env      # finds: secret-exposure high medium-confidence
                - {uses: actions/upload-artifact@v3, with: {path: .}}
                """).isFoundBy(CHECK);
        steps("""
                - run: echo "$KEY" | base64 -d -o key.p12      # finds: secret-exposure high medium-confidence
                - {uses: actions/upload-artifact@v4, with: {path: key.p12}}
                """).isFoundBy(CHECK);
    }

    @Test
    void findsWhatIsPublishedOrCached() {
        steps("""
                - run: |
                    echo "window.key='$KEY'" > public/config.js      # finds: secret-exposure high medium-confidence
                    echo "$KEY" > notes.txt
                - {uses: peaceiris/actions-gh-pages@v4, with: {publish_dir: ./public}}
                """).isFoundBy(CHECK);
        steps("""
                - run: echo "$KEY" > dist/app.cfg      # finds: secret-exposure high medium-confidence
                - {uses: softprops/action-gh-release@v2, with: {files: dist/*}}
                """).isFoundBy(CHECK);
        // A cache is kept as its files are at the end of the job.
        steps("""
                - {uses: actions/cache@v4, with: {path: ~/.m2, key: m2}}
                - run: |
                    echo "<password>$KEY</password>" > "$HOME/.m2/settings.xml"      # finds: secret-exposure high medium-confidence
                    echo "<password>$KEY</password>" > ~/.m2/gone.xml
                - run: rm ~/.m2/gone.xml
                """).isFoundBy(CHECK);
    }

    @Test
    void knowsTheFolderThatDefaultsName() {
        MarkedYaml.workflow("""
                on: push
                jobs:
                  a:
                    runs-on: ubuntu-24.04
                    env: {KEY: "${{ secrets.KEY }}"}
                    defaults: {run: {working-directory: site}}
                    steps:
                      - run: echo "$KEY" > config.js      # finds: secret-exposure high medium-confidence
                      - {uses: peaceiris/actions-gh-pages@v4, with: {publish_dir: site}}
                """).isFoundBy(CHECK);
    }

    @Test
    void knowsWhatIsNotCached() {
        steps("""
                - {uses: actions/cache@v4, with: {path: ~/.m2/repository, key: m2}}
                - {uses: actions/cache/restore@v4, with: {path: ~/.m2, key: m2}}
                - {uses: actions/cache/save@v4, with: {path: ~/.m2, key: m2}}
                - run: echo "<password>$KEY</password>" > ~/.m2/settings.xml
                """).isFoundBy(CHECK);
    }

    @Test
    void knowsWhatIsNotUploaded() {
        steps("""
                - run: |
                    echo "$KEY" > .env
                    echo "$KEY" > key.pem
                    echo "$KEY" > gone.txt
                    echo "$KEY" > ~/.m2/settings.xml
                    echo "$KEY" > "$RUNNER_TEMP/key"
                    echo "$KEY" > target/secret/key.txt
                    rm gone.txt
                - {uses: actions/upload-artifact@v4, with: {path: gone.txt}}
                - {uses: actions/upload-artifact@v4, with: {path: target/*.jar}}
                - uses: actions/upload-artifact@v4
                  with:
                    path: |
                      **
                      !key.pem
                      !target/secret
                - run: echo "$KEY" > later.txt
                """).isFoundBy(CHECK);
        steps("""
                - {uses: actions/upload-artifact@v4, with: {path: .}}
                - run: echo "$KEY" > key.txt
                """).isFoundBy(CHECK);
    }

    @Test
    void saysWhatIsNotFollowed() {
        String line = "echo \"$LEVEL\" > /dev/null\n";
        String[] files = new String[200];
        Arrays.setAll(files, i -> "echo \"$KEY\" > file" + i);

        assertThat(script(line.repeat(20_000)).audit(CHECK).gaps())
                .singleElement()
                .asString()
                .contains("'a'", "ci.yml");
        assertThat(script(files).audit(CHECK).gaps()).hasSize(1);
        assertThat(script(line).audit(CHECK).gaps()).isEmpty();
    }

    @Test
    void showsTheUpload() {
        List<Finding> findings = steps("""
                - run: echo "$KEY" > out.txt
                - {uses: actions/upload-artifact@v4, with: {path: out.txt}}
                """).findings(CHECK);

        assertThat(findings).hasSize(1);
        assertThat(findings.get(0).related()).extracting(Location::line).containsExactly(8);
    }

    @Test
    void followsProgramsOfPowerShellInCommands() {
        script(
                        "pwsh -NoProfile -Command 'Write-Output $env:KEY.Substring(0, 4)'" + PART,
                        "powershell -c 'Write-Host $env:KEY'" + WHOLE,
                        "pwsh -File show.ps1")
                .isFoundBy(CHECK);
    }

    @Test
    void takesNoScriptOfThatNameForEnv() {
        script("/usr/bin/env" + WHOLE, "source $HOME/.local/bin/env", ". \"$HOME/.cargo/env\"", "$HOME/.local/bin/env")
                .isFoundBy(CHECK);
    }

    @Test
    void followsFunctionsThatProgramsDeclare() {
        steps("""
                - shell: python
                  run: |
                    import os, base64
                    def other(text):
                        print(text[:4])
                    def show(text, length=4):
                        print(text[:length])      # finds: secret-exposure medium medium-confidence

                    def encoded(text: str) -> bytes:
                        return base64.b64encode(text.encode())
                    show(os.environ["KEY"])
                    print(encoded(os.environ["KEY"]))      # finds: secret-exposure high medium-confidence
                    other("text")
                    show("text", os.environ["KEY"])
                - uses: actions/github-script@v8
                  with:
                    script: |
                      function show(name, text) {
                        console.log(text.slice(0, 4))      # finds: secret-exposure medium medium-confidence
                      }
                      const encoded = s => Buffer.from(s).toString('base64')
                      const again = (s) => { return encoded(s) }
                      show('KEY', process.env.KEY)
                      show(process.env.KEY, 'KEY')
                      console.log(again(process.env.KEY))      # finds: secret-exposure high medium-confidence
                - shell: pwsh
                  run: |
                    function Show-Text($Name, [string]$Text) {
                      Write-Host $Text.Substring(0, 4)      # finds: secret-exposure medium medium-confidence
                    }
                    function Get-Part {
                      param([string]$Text)
                      $Text.Substring(0, 4)
                    }
                    Show-Text -Text $env:KEY -Name key
                    Show-Text $env:KEY key
                    $part = Get-Part $env:KEY
                    Get-Part $env:KEY      # finds: secret-exposure medium medium-confidence
                """).isFoundBy(CHECK);
    }

    /** A function that calls itself, and many that call each other, are followed no further than there is room. */
    @Test
    void endsWhereFunctionsDoNot() {
        steps("""
                - shell: python
                  run: |
                    import os
                    def a(x):
                        a(x)
                        a(x)
                        a(x)
                    a(os.environ["KEY"])
                """).isFoundBy(CHECK);
    }

    @Test
    void knowsCommentsOfEachLanguage() {
        steps("""
                - shell: python
                  run: |
                    import os
                    x = 1 <# of Python, which ends with its line
                    print(os.environ["KEY"][:4])      # finds: secret-exposure medium medium-confidence
                - shell: pwsh
                  run: |
                    <# of PowerShell
                    Write-Host $env:KEY.Substring(0, 4)
                    #>
                """).isFoundBy(CHECK);
    }

    @Test
    void readsSecretsOfKubernetesThatAreShown() {
        script(
                        "kubectl -n a create secret generic db --from-literal=p=\"$KEY\" --dry-run=client -o yaml"
                                + ENCODED,
                        "kubectl create secret generic db --from-literal=p=\"$KEY\" -ojson | tee /dev/stderr | kubectl apply -f -"
                                + ENCODED,
                        "kubectl create secret generic db --from-literal=p=\"$KEY\"",
                        "kubectl create secret generic db --from-literal=p=\"$KEY\" --dry-run=client -o name",
                        "kubectl create secret generic db --from-literal=p=\"$KEY\" --dry-run=client -o yaml | kubectl apply -f -",
                        "kubectl create secret generic db --from-literal=p=public --dry-run=client -o yaml",
                        "echo \"$KEY\" > key.txt",
                        "oc create secret generic db --from-file=k=key.txt --output=yaml > secret.yaml",
                        "cat secret.yaml" + ENCODED)
                .isFoundBy(CHECK);
    }

    @Test
    void readsTheFileThatALoginLeaves() {
        script(
                        "cat ~/.docker/config.json",
                        "echo \"$KEY\" | docker login -u bot --password-stdin",
                        "cat ~/.docker/config.json" + ENCODED,
                        "head -5 \"$HOME/.docker/config.json\"" + ENCODED,
                        "jq '.auths | keys' ~/.docker/config.json",
                        "cat .docker/config.json",
                        "docker logout",
                        "cat ~/.docker/config.json",
                        "docker login -u bot -p \"$KEY\" registry.example.org",
                        "cat /home/runner/.docker/config.json" + ENCODED)
                .isFoundBy(CHECK);
        steps("""
                - uses: docker/login-action@v3
                  with: {username: bot, password: "${{ secrets.HUB }}"}
                - run: cat ~/.docker/config.json      # finds: secret-exposure high medium-confidence
                """).isFoundBy(CHECK);
        steps("""
                - uses: docker/login-action@v3
                  with: {username: bot, password: "${{ secrets.GITHUB_TOKEN }}"}
                - run: cat ~/.docker/config.json
                """).isFoundBy(CHECK);
    }

    @Test
    void followsSecretsThroughOutputsAndVariables() {
        steps("""
                - id: a
                  run: |
                    echo "auth=$(echo -n "user:$KEY" | base64)" >> "$GITHUB_OUTPUT"
                    echo "AUTH=$(echo "$KEY" | gzip | base64)" >> "$GITHUB_ENV"
                    {
                      echo "long<<EOF"
                      echo "$KEY" | xxd -p
                      echo EOF
                    } >> "$GITHUB_OUTPUT"
                    echo "plain=$LENGTH" >> "$GITHUB_OUTPUT"
                - run: echo ${{ steps.a.outputs.auth }}      # finds: secret-exposure high medium-confidence
                - env: {SENT: "${{ steps.A.outputs.Auth }}"}
                  run: echo "$SENT" | tee log.txt            # finds: secret-exposure high medium-confidence
                - run: echo "$AUTH"                          # finds: secret-exposure high medium-confidence
                - run: echo "${{ env.AUTH }}"                # finds: secret-exposure high medium-confidence
                - run: printf '%s' '${{ steps.a.outputs.long }}'   # finds: secret-exposure high medium-confidence
                - run: echo "${{ steps.a.outputs.plain }} ${{ steps.b.outputs.auth }}"
                - run: ./send --basic "${{ steps.a.outputs.auth }}"
                """).isFoundBy(CHECK);
        // Silent: the runner masks what is made of the secret as it masks the secret.
        steps("""
                - id: a
                  run: |
                    AUTH=$(echo -n "user:$KEY" | base64)
                    echo "::add-mask::$AUTH"
                    echo "auth=$AUTH" >> "$GITHUB_OUTPUT"
                - run: ./deploy ${{ steps.a.outputs.auth }}
                """).isFoundBy(CHECK);
    }

    /** The log shows the variables of a step, its inputs and its script with what expressions put into them before it runs. */
    @Test
    void findsPartsThatTheLogShowsBeforeAStepRuns() {
        String part = "      # finds: secret-exposure medium medium-confidence";
        steps("""
                - id: a
                  run: |
                    PASSWORD=$(echo "$KEY" | jq -r .password)
                    echo "PASSWORD=$PASSWORD" >> "$GITHUB_ENV"PART
                    echo "password=$PASSWORD" >> "$GITHUB_OUTPUT"
                - run: ./send --with "${{ steps.a.outputs.password }}"PART
                - env: {SENT: "${{ steps.a.outputs.password }}"}PART
                  run: ./send
                - uses: example/send@v1
                  with: {password: "${{ steps.a.outputs.password }}"}PART
                - uses: actions/github-script@v8PART
                  with:
                    script: |
                      core.exportVariable('SHORT', process.env.KEY.slice(3))
                - run: |PART
                    Add-Content -Path $env:GITHUB_ENV -Value "SHORT=$($env:KEY.Substring(2))"
                  shell: pwsh
                - run: ./send
                """.replace("PART", part)).isFoundBy(CHECK);
        // Silent: masked in time, no secret by its name, or no step behind that shows it.
        steps("""
                - id: a
                  run: |
                    PASSWORD=$(echo "$KEY" | jq -r .password)
                    echo "PASSWORD=$PASSWORD" >> "$GITHUB_ENV"
                    echo "::add-mask::$PASSWORD"
                    echo "password=$PASSWORD" >> "$GITHUB_OUTPUT"
                    echo "PROJECT_ID=$(echo "$KEY" | jq -r .project_id)" >> "$GITHUB_ENV"
                    echo "mail=$(echo "$KEY" | jq -r '.login.clientEmail')" >> "$GITHUB_OUTPUT"
                    echo "USER_NAME=$(echo "$KEY" | cut -d: -f1)" >> "$GITHUB_ENV"
                - uses: actions/github-script@v8
                  with:
                    script: |
                      const short = process.env.KEY.slice(3);
                      core.exportVariable('SHORT', short);
                      core.setSecret(short);
                - env: {SENT: "${{ steps.a.outputs.password }} ${{ steps.a.outputs.mail }}"}
                  run: |
                    ./send
                    echo "LAST=$(echo "$KEY" | cut -c 1-9)" >> "$GITHUB_ENV"
                """).isFoundBy(CHECK);
    }

    /** What another store gives is no secret to the runner, which masks none of it. */
    @Test
    void findsSecretsOfOtherStores() {
        String part = "      # finds: secret-exposure medium medium-confidence";
        MarkedYaml.workflow("""
                on: push
                jobs:
                  a:
                    runs-on: ubuntu-24.04
                    steps:
                      - run: |
                          PASSWORD=$(aws secretsmanager get-secret-value --secret-id db --query SecretString --output text)
                          echo "DB_PASSWORD=$PASSWORD" >> "$GITHUB_ENV"PART
                      - run: gcloud secrets versions access latest --secret key      # finds: secret-exposure high medium-confidence
                      - run: echo "TOKEN=$(vault kv get -field=token kv/ci)" >> $GITHUB_ENVPART
                      - run: |
                          for s in $(aws secretsmanager get-secret-value --secret-id $1 --query SecretString --output text | jq -r 'to_entries[]'); do
                            echo "$s" >> $GITHUB_ENVPART
                          done
                      - run: sops --decrypt ci.env >> $GITHUB_ENVPART
                      - id: a
                        run: echo "token=$(op read op://ci/token/password)" >> $GITHUB_OUTPUT
                      - uses: example/send@v1
                        with: {token: "${{ steps.a.outputs.token }}"}PART
                """.replace("PART", part)).isFoundBy(CHECK);
        // Silent: masked, written to a file, something about it, or only used.
        MarkedYaml.workflow("""
                on: push
                jobs:
                  a:
                    runs-on: ubuntu-24.04
                    steps:
                      - run: |
                          PASSWORD=$(aws secretsmanager get-secret-value --secret-id db --query SecretString --output text)
                          echo "::add-mask::$PASSWORD"
                          echo "DB_PASSWORD=$PASSWORD" >> "$GITHUB_ENV"
                          aws secretsmanager get-secret-value --secret-id db --query ARN
                          aws ssm get-parameter --name /aws/service/ami
                          echo "DB_HOST=$(aws secretsmanager get-secret-value --secret-id db | jq -r .host)" >> "$GITHUB_ENV"
                          vault kv get -field=key kv/ci > "$RUNNER_TEMP/key"
                          gcloud secrets versions access latest --secret key --out-file key
                          TOKEN=$(op read op://ci/token/password) ./send
                          curl -H "Authorization: Bearer $(op read op://ci/token/password)" https://example.org
                          vault login -method=jwt
                      - run: ./send
                """).isFoundBy(CHECK);
    }

    @Test
    void followsSecretsThroughOutputsOfJobs() {
        String jobs = """
                on: push
                jobs:
                  a:
                    runs-on: ubuntu-24.04
                    outputs:
                      auth: ${{ steps.a.outputs.auth }}
                      key: ${{ steps.a.outputs.key }}
                    steps:
                      - id: a
                        env: {KEY: "${{ secrets.KEY }}"}
                        run: |
                          echo "auth=$(echo "$KEY" | rev)" >> "$GITHUB_OUTPUT"
                          echo "key=$KEY" >> "$GITHUB_OUTPUT"
                  b:
                    needs: [c, a]
                    runs-on: ubuntu-24.04
                    steps:
                      - run: PRINT
                  c:
                    needs: c
                    runs-on: ubuntu-24.04
                    outputs: {auth: "${{ needs.c.outputs.auth }}"}
                    steps: [{run: echo}]
                """;
        MarkedYaml.workflow(jobs.replace("PRINT", "echo \"${{ needs.a.outputs.auth }}\"" + ENCODED))
                .isFoundBy(CHECK);
        // Silent: the runner leaves an output out that holds a secret as it is stored.
        MarkedYaml.workflow(jobs.replace("PRINT", "echo \"${{ needs.a.outputs.key }}\""))
                .isFoundBy(CHECK);
        // Silent: another job's output has that name.
        MarkedYaml.workflow(jobs.replace("PRINT", "echo \"${{ needs.c.outputs.auth }}\""))
                .isFoundBy(CHECK);
    }

    @Test
    void findsArgumentsOfTheBuildOfAnImageThatIsPushed() {
        steps("""
                - uses: docker/build-push-action@v6
                  with:
                    push: ${{ github.event_name != 'pull_request' }}
                    build-args: |      # finds: secret-exposure medium medium-confidence
                      TOKEN=${{ secrets.KEY }}
                - run: |
                    docker buildx build --push --build-arg TOKEN="$KEY" -t repo.example.org/a .      # finds: secret-exposure medium medium-confidence
                    docker build --build-arg=KEY -t repo.example.org/a .      # finds: secret-exposure medium medium-confidence
                    docker push repo.example.org/a
                """).isFoundBy(CHECK);
        // Silent: no image with the secret leaves the machine, or the build gets it as a secret.
        steps("""
                - uses: docker/build-push-action@v6
                  with: {push: false, build-args: "TOKEN=${{ secrets.KEY }}"}
                - uses: docker/build-push-action@v6
                  with: {push: true, secrets: "TOKEN=${{ secrets.KEY }}", build-args: "USER=${{ secrets.DOCKER_USER }}"}
                - run: |
                    docker push repo.example.org/a
                    docker buildx build --push --secret id=token,env=KEY --build-arg VERSION="$VERSION" .
                    docker build --build-arg TOKEN="$KEY" --target test .
                """).isFoundBy(CHECK);
    }

    @Test
    void followsInputsAndOutputsOfLocalActions() {
        String steps = """
                - id: c
                  uses: ./creds
                  with: {key: "${{ secrets.KEY }}"}
                - run: echo "${{ steps.c.outputs.%s }}"%s
                - run: echo "${{ steps.e.outputs.encoded }}"
                """;
        String action = """
                name: creds
                description: creds
                inputs: {key: {description: key, required: true}}
                outputs:
                  encoded: {description: e, value: "${{ steps.e.outputs.encoded }}"}
                  other: {description: o, value: "${{ steps.o.outputs.hash }}"}
                runs:
                  using: composite
                  steps:
                    - id: e
                      shell: bash
                      env: {KEY: "${{ inputs.key }}"}
                      run: echo "encoded=$(echo -n "$KEY" | base64 -w0)" >> "$GITHUB_OUTPUT"
                    - id: o
                      shell: bash
                      run: echo "hash=$(printf %s '${{ inputs.key }}' | sha256sum)" >> "$GITHUB_OUTPUT"
                """;
        steps(steps.formatted("encoded", ENCODED))
                .and("creds/action.yml", action)
                .isFoundBy(CHECK);
        // Silent: nobody gets a secret back from its hash.
        steps(steps.formatted("other", "")).and("creds/action.yml", action).isFoundBy(CHECK);
    }

    @Test
    void findsArgumentsThatFilesGiveToBuilds() {
        String part = "      # finds: secret-exposure medium medium-confidence";
        String bake = """
                variable "KEY" {}
                target "default" {
                  tags = ["repo.example.org/a"]
                  args = {
                    VERSION = "1"
                    TOKEN = %s
                  }
                }
                """;
        String action = """
                - uses: docker/bake-action@v5%s
                  with: {push: %s}
                """;
        steps(action.formatted(part, "true"))
                .and("docker-bake.hcl", bake.formatted("KEY"))
                .isFoundBy(CHECK);
        steps("- run: docker buildx bake --push" + part)
                .and("docker-bake.hcl", bake.formatted("\"${KEY}\""))
                .isFoundBy(CHECK);
        steps("- run: docker buildx bake --push -f b.json" + part)
                .and("b.json", "{\"target\": {\"default\": {\"args\": {\"TOKEN\": \"${KEY}\"}}}}")
                .isFoundBy(CHECK);
        // Silent: no image leaves the machine, or no argument holds a secret.
        steps(action.formatted("", "false"))
                .and("docker-bake.hcl", bake.formatted("KEY"))
                .isFoundBy(CHECK);
        steps(action.formatted("", "true"))
                .and("docker-bake.hcl", bake.formatted("OTHER"))
                .isFoundBy(CHECK);
    }

    @Test
    void findsArgumentsThatComposeGivesToBuilds() {
        String part = "      # finds: secret-exposure medium medium-confidence";
        String file = """
                services:
                  a:
                    image: repo.example.org/a
                    build:
                      context: .
                      args:
                        TOKEN: %s
                  b:
                    build: {args: {TOKEN: "${KEY}"}}
                """;
        String list = """
                services:
                  a: {image: repo.example.org/a, build: {args: [KEY]}}
                """;
        String push = """
                - run: |
                    docker compose -f ci/compose.yml build%s
                    docker compose -f ci/compose.yml push
                """;
        steps(push.formatted(part))
                .and("ci/compose.yml", file.formatted("${KEY}"))
                .isFoundBy(CHECK);
        steps(push.formatted(part)).and("ci/compose.yml", list).isFoundBy(CHECK);
        steps("- run: docker compose build --push" + part)
                .and("compose.yaml", file.formatted("$KEY"))
                .isFoundBy(CHECK);
        // Silent: what has no name is not pushed, and what is built here stays here.
        steps(push.formatted("")).and("ci/compose.yml", file.formatted("plain")).isFoundBy(CHECK);
        steps("- run: docker compose up --build").and("compose.yaml", list).isFoundBy(CHECK);
    }

    @Test
    void looksIntoArchives() {
        String steps = """
                - run: |
                    echo "$KEY" > conf/key%s
                    %s
                - uses: actions/upload-artifact@v4
                  with: {path: "*.tgz"}
                """;
        String found = "      # finds: secret-exposure high medium-confidence";
        steps(steps.formatted(found, "tar czf a.tgz .")).isFoundBy(CHECK);
        steps(steps.formatted(found, "tar -C conf -cvzf a.tgz key")).isFoundBy(CHECK);
        steps(steps.formatted(found, "zip -qr a.tgz conf")).isFoundBy(CHECK);
        // Silent: the archive holds other files, or is unpacked.
        steps(steps.formatted("", "tar czf a.tgz dist")).isFoundBy(CHECK);
        steps(steps.formatted("", "tar czf a.tgz --exclude=conf .")).isFoundBy(CHECK);
        steps(steps.formatted("", "tar xzf a.tgz conf")).isFoundBy(CHECK);
    }

    @Test
    void looksIntoScriptsOfTheRepository() {
        steps("- run: ./ci/x.sh" + ENCODED)
                .and("ci/x.sh", "#!/bin/bash\necho \"$KEY\" | base64\n")
                .isFoundBy(CHECK);
        steps("- run: bash ci/x.sh \"$KEY\" a" + ENCODED)
                .and("ci/x.sh", "show() {\n  echo \"$1\" | xxd -p\n}\nshow \"$1\"\n")
                .isFoundBy(CHECK);
        // Silent: what it prints goes to a file, or is no secret.
        steps("- run: ./ci/x.sh > \"$RUNNER_TEMP/key\"")
                .and("ci/x.sh", "#!/bin/bash\necho \"$KEY\" | base64\n")
                .isFoundBy(CHECK);
        steps("- run: bash ci/x.sh \"$KEY\" a")
                .and("ci/x.sh", "echo \"$2\" | base64\n./ci/x.sh \"$1\"\n")
                .isFoundBy(CHECK);
    }

    @Test
    void findsWhatIsPutOnTheForge() {
        script(
                        "gh pr comment 1 --body \"key: $KEY\"" + ENCODED,
                        "gh issue create --title a --body=\"$KEY\"" + ENCODED,
                        "echo \"$KEY\" | gh issue comment 1 --body-file -" + ENCODED,
                        "echo \"$KEY\" | gh gist create -" + ENCODED,
                        "gh release create v1 --notes \"$KEY\"" + ENCODED,
                        "echo \"$KEY\" > key.txt" + ENCODED,
                        "gh release upload v1 key.txt",
                        "echo \"$KEY\" > notes.md" + ENCODED,
                        "gh pr edit 1 -F notes.md",
                        "echo \"$KEY\" > site/key.js" + ENCODED,
                        "git add site",
                        "git commit -m site",
                        "git push")
                .isFoundBy(CHECK);
        script(
                        "echo \"$KEY\" > site/key.js" + ENCODED,
                        "git -c core.autocrlf=false -C site add key.js",
                        "git -C site push")
                .isFoundBy(CHECK);
        script(
                        "gh pr comment 1 --body \"for $USER\"",
                        "gh secret set OTHER --body \"$KEY\"",
                        "gh api -H \"Authorization: token $KEY\" repos/a/b",
                        "echo \"$KEY\" > key.txt",
                        "gh release upload v1 dist/a.zip",
                        "gh pr comment 1 --body-file notes.md",
                        "git add README.md",
                        "git -C other add key.txt",
                        "git push")
                .isFoundBy(CHECK);
    }

    @Test
    void saysWhereItIsPut() {
        Finding finding = script("echo \"$KEY\" > key.txt", "git add key.txt", "git push")
                .findings(CHECK)
                .get(0);
        assertThat(finding.message()).contains("to a file, and a step pushes it");
        assertThat(script("gh pr comment 1 --body \"$KEY\"")
                        .findings(CHECK)
                        .get(0)
                        .message())
                .contains("puts the secret 'KEY' into a text on the forge");
    }

    @Test
    void findsHeadersCharactersAndParts() {
        script(
                        "curl -v -u \"user:$KEY\" https://api.example.org" + ENCODED,
                        "curl -fsSLv --user \"user:$KEY\" https://api.example.org" + ENCODED,
                        "curl -u \"user:$KEY\" https://api.example.org",
                        "curl -v -H \"Authorization: token $KEY\" https://api.example.org",
                        "grep -o . <<< \"$KEY\"" + PART,
                        "grep -qo a <<< \"$KEY\"",
                        "for ((i = 0; i < ${#KEY}; i++)); do echo \"${KEY:i:1}\"; done" + PART,
                        "echo \"${KEY:-none}\"" + WHOLE,
                        "jq -rn 'env.KEY | @base64'" + ENCODED,
                        "jq -n '$ENV.USER'",
                        "jq -n '{a: env.HOME}'")
                .isFoundBy(CHECK);
    }

    @Test
    void findsSecretsThatAreSentWithoutEncryption() {
        String found = " # finds: secret-exposure medium medium-confidence";
        script(
                        "curl -u \"user:$KEY\" http://repo.example.org/upload -T a.zip" + found,
                        "wget --header \"Authorization: $KEY\" http://repo.example.org:8081/a" + found,
                        "curl -u \"user:$KEY\" https://repo.example.org/upload",
                        "curl -u \"user:$KEY\" http://localhost:8080/health http://db:80/ http://127.0.0.1/ http://a.svc.local/",
                        "curl http://repo.example.org/")
                .isFoundBy(CHECK);
    }

    @Test
    void findsPartsOfSecretsAmongTheVariablesThatAreShown() {
        script("export PART=$(echo \"$KEY\" | jq -r .password)", "printenv" + PART)
                .isFoundBy(CHECK);
    }

    @Test
    void findsFilesInHiddenFoldersThatAreNamed() {
        steps("""
                - run: echo "<password>$KEY</password>" > ~/.m2/settings.xml    # finds: secret-exposure high medium-confidence
                - uses: actions/upload-artifact@v4
                  with:
                    path: ~/.m2/settings.xml
                """).isFoundBy(CHECK);
        steps("""
                - run: echo "<password>$KEY</password>" > ~/.m2/settings.xml
                - uses: actions/upload-artifact@v4
                  with:
                    path: ~/.m2
                """).isFoundBy(CHECK);
    }

    @Test
    void tellsOnceWhatAnActionShowsHoweverManyJobsUseIt() {
        assertThat(MarkedYaml.workflow("""
                        on: push
                        jobs:
                          a: {runs-on: ubuntu-24.04, steps: [{uses: ./show, with: {key: "${{ secrets.KEY }}"}}]}
                          b: {runs-on: ubuntu-24.04, steps: [{uses: ./show, with: {key: "${{ secrets.KEY }}"}}]}
                        """)
                        .and(
                                "show/action.yml",
                                "runs: {using: composite, steps: [{shell: bash, run: 'echo ${{ inputs.key }} | base64'}]}")
                        .findings(CHECK))
                .hasSize(1);
    }
}
