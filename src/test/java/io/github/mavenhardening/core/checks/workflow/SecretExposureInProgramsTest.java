package io.github.mavenhardening.core.checks.workflow;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/** Secrets in programs of PowerShell, Python and JavaScript. */
class SecretExposureInProgramsTest {

    private static final SecretExposure CHECK = new SecretExposure();
    private static final String ENCODED = "      # finds: secret-exposure high medium-confidence";
    private static final String PART = "      # finds: secret-exposure medium medium-confidence";
    private static final String WHOLE = "      # finds: secret-exposure low medium-confidence pedantic";

    private static MarkedYaml powershell(String... lines) {
        return steps("- shell: pwsh\n  run: |\n", lines);
    }

    private static MarkedYaml python(String... lines) {
        return steps("- shell: python\n  run: |\n", lines);
    }

    /** A script of JavaScript, in which {@code @E}, {@code @P} and {@code @W} mark an encoded secret, a part, and a whole one. */
    private static MarkedYaml script(String text) {
        return steps(
                "- uses: actions/github-script@v7\n  with:\n    script: |\n",
                text.replace(" @E", ENCODED).replace(" @P", PART).replace(" @W", WHOLE));
    }

    private static MarkedYaml steps(String head, String... lines) {
        return MarkedYaml.workflow("on: push\njobs:\n  a:\n    runs-on: ubuntu-24.04\n"
                + "    env: {KEY: \"${{ secrets.KEY }}\", USER: \"${{ secrets.DOCKER_USERNAME }}\"}\n    steps:\n"
                + (head + String.join("\n", lines).indent(8)).indent(6)
                + """
                      - uses: actions/upload-artifact@v4
                        with: {path: out}
                """);
    }

    @Test
    void findsEncodedSecretsOfPowerShell() {
        powershell(
                        "Write-Host ([Convert]::ToBase64String([Text.Encoding]::UTF8.GetBytes($env:KEY)))" + ENCODED,
                        "$bytes = [System.Text.Encoding]::UTF8.GetBytes(\"user:$env:KEY\")",
                        "$auth = [System.Convert]::ToBase64String($bytes)",
                        "if ($auth) {",
                        "  Write-Output \"Basic $auth\"" + ENCODED,
                        "}",
                        "$auth" + ENCODED,
                        "echo \"$($auth)\"" + ENCODED,
                        "\"token: $auth\" | Out-Host" + ENCODED,
                        "$chars = $env:KEY.ToCharArray()",
                        "[Array]::Reverse($chars)",
                        "Write-Host ($chars -join '')" + ENCODED,
                        "Write-Host $env:KEY[-1..-40]" + ENCODED,
                        "Add-Content $env:GITHUB_STEP_SUMMARY $auth" + ENCODED)
                .isFoundBy(CHECK);
    }

    @Test
    void findsPartsOfSecretsOfPowerShell() {
        powershell(
                        "Write-Host $env:KEY.Substring(0, 4)" + PART,
                        "Write-Host \"starts with $($env:KEY.Substring(0,4))\"" + PART,
                        "Write-Host ($env:KEY -replace '-', ' ')" + PART,
                        "$json = $env:KEY | ConvertFrom-Json",
                        "Write-Host $json.client_secret" + PART,
                        "foreach ($c in $env:KEY.ToCharArray()) { Write-Host $c }" + PART,
                        "Write-Host '${{ fromJSON(secrets.CREDENTIALS).password }}'" + PART)
                .isFoundBy(CHECK);
    }

    @Test
    void findsFilesOfPowerShellThatAreUploaded() {
        powershell(
                        "$env:KEY | Out-File out/a.txt" + ENCODED,
                        "$env:KEY | Out-File -Append -Encoding utf8 -FilePath out\\b.txt" + ENCODED,
                        "Set-Content -Path out/c.txt -Value $env:KEY" + ENCODED,
                        "Add-Content out/d.txt \"key=$env:KEY\"" + ENCODED,
                        "\"key=$env:KEY\" > out/e.txt" + ENCODED,
                        "echo $env:KEY >> out/f.txt" + ENCODED,
                        "[IO.File]::WriteAllText(\"out/g.txt\", $env:KEY)" + ENCODED,
                        "[IO.File]::WriteAllBytes('out/h.pfx', [Convert]::FromBase64String(\"${{ secrets.PFX }}\"))"
                                + ENCODED,
                        "@{ key = $env:KEY } | ConvertTo-Json | Set-Content out/i.json" + ENCODED,
                        "Get-ChildItem env: | Out-File out/j.txt" + ENCODED)
                .isFoundBy(CHECK);
    }

    @Test
    void leavesToTheMaskWhatItMasksOfPowerShell() {
        powershell(
                        "Write-Host $env:KEY" + WHOLE,
                        "echo \"$env:KEY\"" + WHOLE,
                        "$env:KEY" + WHOLE,
                        "gci env:" + WHOLE,
                        "$env:KEY | ConvertTo-Json" + WHOLE)
                .isFoundBy(CHECK);
    }

    @Test
    void knowsWhatOfPowerShellShowsNothing() {
        powershell(
                        "# Write-Host $env:KEY.Substring(0, 4)",
                        "<# Write-Host $env:KEY #>",
                        "Write-Host '$env:KEY' \"`$env:KEY is set\"",
                        "Write-Host \"is it set: $([bool]$env:KEY) $($env:KEY.Length)\"",
                        "Write-Host ($env:KEY -ne '')",
                        "if ($env:KEY) { Write-Host 'set' } else { Write-Host 'not set' }",
                        "if ($env:KEY -eq '') { throw 'KEY is not set' }",
                        "$env:KEY | docker login -u $env:USER --password-stdin",
                        "docker login -u user -p $env:KEY",
                        "& \"$env:KEY/bin/tool\" $env:KEY",
                        "$log -replace $env:KEY, '***'",
                        "Write-Host $log.Replace($env:KEY, '***') $env:KEY.Split(',').Count",
                        "./tool --part $env:KEY.Substring(3)",
                        ".\\tool.exe --key $env:KEY",
                        "${{ secrets.TOOL }} --key $env:KEY",
                        "Write-Host $env:USER.Substring(0, 4)",
                        "$secure = ConvertTo-SecureString $env:KEY -AsPlainText -Force",
                        "Write-Host $secure",
                        "[IO.File]::WriteAllBytes(\"$env:RUNNER_TEMP/cert.pfx\", [Convert]::FromBase64String($env:KEY))",
                        "$pfx = Join-Path $env:RUNNER_TEMP cert.pfx",
                        "Set-Content -Path $pfx -Value $env:KEY",
                        "\"key=$env:KEY\" >> $env:GITHUB_OUTPUT",
                        "$headers = @{ Authorization = \"Basic $([Convert]::ToBase64String([Text.Encoding]::UTF8.GetBytes($env:KEY)))\" }",
                        "Invoke-RestMethod https://example.org -Headers $headers",
                        "$client.Token = $env:KEY.Trim().Substring(3)",
                        "$part = if ($env:KEY) { $env:KEY.Substring(1) } else { '' }",
                        "function Get-Part { $env:KEY.Substring(1) }",
                        "$auth = [Convert]::ToBase64String([Text.Encoding]::UTF8.GetBytes($env:KEY))",
                        "$env:KEY > out/gone.txt",
                        "Remove-Item out/gone.txt",
                        "$env:KEY = 'public'",
                        "Write-Host $env:KEY.Substring(0, 3)")
                .isFoundBy(CHECK);
    }

    @Test
    void findsEncodedSecretsOfPython() {
        python(
                        "import base64, os, sys",
                        "print(base64.b64encode(os.environ[\"KEY\"].encode()).decode())" + ENCODED,
                        "token: str = os.getenv('KEY', '')",
                        "print(token[::-1])" + ENCODED,
                        "print(f\"key {token.encode().hex()!r:>10} and {'more'}\")" + ENCODED,
                        "auth = base64.b64encode((\"user:\" + token).encode())",
                        "if auth:",
                        "    sys.stderr.write('auth: %s' % auth)" + ENCODED,
                        "print(base64.b64decode('${{ secrets.OTHER }}'))" + ENCODED,
                        "print(\"\"\"" + ENCODED,
                        "it's \"\"\", auth)")
                .isFoundBy(CHECK);
    }

    @Test
    void findsPartsOfSecretsOfPython() {
        python(
                        "import os, json",
                        "token = os.environ.get('KEY')",
                        "print(f'{token[:4]}...')" + PART,
                        "print(' '.join(token))" + PART,
                        "print(token.upper())" + PART,
                        "print(list(token))" + PART,
                        "for c in token: print(c)" + PART,
                        "for c in os.environ['KEY']:",
                        "    print(c, end=' ')" + PART,
                        "print(json.loads(token)['secret'])" + PART)
                .isFoundBy(CHECK);
    }

    @Test
    void findsFilesOfPythonThatAreUploaded() {
        python(
                        "import os, json",
                        "from pathlib import Path",
                        "open('out/a.txt', 'w').write(os.environ['KEY'])" + ENCODED,
                        "with open(\"out/b.txt\", \"w\") as f:",
                        "    f.write(f\"key={os.environ['KEY']}\")" + ENCODED,
                        "Path('out/c.txt').write_text(os.environ['KEY'])" + ENCODED,
                        "f = open(os.path.join('out', 'd.txt'), 'w')",
                        "print(os.environ['KEY'], file=f)" + ENCODED,
                        "json.dump({'key': os.environ['KEY']}, open('out/e.json', 'w'))" + ENCODED)
                .isFoundBy(CHECK);
    }

    @Test
    void leavesToTheMaskWhatItMasksOfPython() {
        python(
                        "import os",
                        "print(os.environ['KEY'])" + WHOLE,
                        "print(f\"key: {os.environ.get('KEY')}\")" + WHOLE,
                        "print(os.environ)" + WHOLE,
                        "part = os.environ['KEY'][2:]",
                        "print(f'::add-mask::{part}')",
                        "print(part)" + WHOLE,
                        "for t in [os.environ['KEY'], 'other']:",
                        "    print(t)" + WHOLE)
                .isFoundBy(CHECK);
    }

    @Test
    void knowsWhatOfPythonShowsNothing() {
        python(
                        "import os, hashlib, requests, subprocess",
                        "# print(os.environ['KEY'][:4])",
                        "print(\"os.environ['KEY'][:4]\", 'KEY', '{token[:4]}')",
                        "token = os.environ['KEY']",
                        "print(len(token), bool(token), token is None, not token, 'x' in token)",
                        "print('set' if token else 'not set')",
                        "print('set' if token and token.startswith('ghp') else 'not set')",
                        "print(hashlib.sha256(token.encode()).hexdigest())",
                        "print(os.environ['USER'][:3])",
                        "print(requests.get('https://example.org', headers={'Authorization': 'Basic ' + token[4:]}).text)",
                        "subprocess.run(['deploy', token[1:]], env=os.environ, check=True)",
                        "open(os.environ['RUNNER_TEMP'] + '/key', 'w').write(token)",
                        "open('/tmp/key', 'w').write(token)",
                        "with open(os.environ['GITHUB_OUTPUT'], 'a') as out:",
                        "    out.write('part=' + token[2:])",
                        "    print(token[3:], file=out)",
                        "for name in os.environ:",
                        "    print(name)",
                        "token = 'public'",
                        "print(token[:2])")
                .isFoundBy(CHECK);
    }

    @Test
    void findsSecretsOfPythonInsideAShell() {
        steps(
                        "- run: |\n",
                        "python3 -c 'import os; print(os.environ[\"KEY\"][::-1])'" + ENCODED,
                        "python - <<'EOF'" + PART,
                        "import os",
                        "print(os.environ['KEY'][:3])",
                        "EOF",
                        "AUTH=$(node -e 'console.log(btoa(process.env.KEY))')",
                        "echo $AUTH" + ENCODED,
                        "python3 -c 'import os; open(\"out/a\", \"w\").write(os.environ[\"KEY\"])'" + ENCODED,
                        "python3 -c 'import os; print(len(os.environ[\"KEY\"]))'",
                        "python3 -c 'import os; print(os.environ[\"KEY\"][1:])' > /dev/null",
                        "python3 deploy.py --key \"$KEY\"")
                .isFoundBy(CHECK);
    }

    @Test
    void findsEncodedSecretsOfJavaScript() {
        script("""
                console.log(Buffer.from(process.env.KEY).toString('base64')); @E
                core.info(`auth: ${btoa(process.env['KEY'])}`) @E
                const { KEY, USER: user } = process.env
                const reversed = KEY.split('').reverse().join('')
                console.log("it is", reversed, user) @E
                if (reversed) {
                  core.warning(reversed) @E
                }
                const key = '${{ secrets.OTHER }}'
                console.log(key.replace(/['"]/g, ''), Buffer.from(key, 'utf8') @E
                  .toString('hex'))
                core.setFailed(atob(key) || 'none') @E
                await core.summary.addRaw(Buffer.from(key).toString('base64')).write() @E
                """).isFoundBy(CHECK);
    }

    @Test
    void findsPartsOfSecretsOfJavaScript() {
        script("""
                console.log(process.env.KEY.slice(0, 4)) @P
                console.log(`${process.env.KEY?.substring(0, 4)}***`) @P
                const parsed = JSON.parse(process.env.KEY)
                core.notice(parsed.client_secret) @P
                for (const c of process.env.KEY) { console.log(c) } @P
                ['a'].forEach(async () => {
                  console.log(process.env.KEY.toUpperCase()) @P
                })
                process.stdout.write(process.env.KEY[0]) @P
                """).isFoundBy(CHECK);
    }

    @Test
    void findsFilesOfJavaScriptThatAreUploaded() {
        script("""
                const fs = require('fs');
                fs.writeFileSync('out/a.txt', process.env.KEY); @E
                fs.appendFileSync(path.join('out', 'b.txt'), `key=${process.env.KEY}`); @E
                await fs.promises.writeFile("out/c.json", JSON.stringify({ key: process.env.KEY })) @E
                const stream = fs.createWriteStream('out/d.txt')
                stream.write(process.env.KEY) @E
                """).isFoundBy(CHECK);
    }

    @Test
    void leavesToTheMaskWhatItMasksOfJavaScript() {
        script("""
                console.log(process.env.KEY) @W
                core.info(`key: ${process.env.KEY.trim()}`) @W
                console.log(JSON.stringify(process.env)) @W
                const part = process.env.KEY.slice(2)
                core.setSecret(part)
                console.log(part) @W
                const config = { key: process.env.KEY }
                console.log(config.key) @W
                """).isFoundBy(CHECK);
    }

    @Test
    void knowsWhatOfJavaScriptShowsNothing() {
        script("""
                // console.log(process.env.KEY.slice(4))
                /* console.log(process.env.KEY.slice(4)) */
                console.log('process.env.KEY.slice(4)', "KEY", '${process.env.KEY.slice(4)}')
                console.log(process.env.KEY ? 'set' : 'not set', !!process.env.KEY, process.env.KEY.length)
                console.log(process.env.KEY !== '' && 'set', 'x' === process.env.KEY[0])
                if (!process.env.KEY) { core.setFailed('KEY is not set'); return }
                console.log(process.env.USER.slice(3))
                core.debug(process.env.KEY.slice(3))
                console.log(log.replaceAll(process.env.KEY, '***'), log.split(process.env.KEY))
                core.setOutput('part', process.env.KEY.slice(3))
                fs.appendFileSync(process.env.GITHUB_OUTPUT, `part=${process.env.KEY.slice(3)}`)
                fs.writeFileSync(`${process.env.RUNNER_TEMP}/key`, process.env.KEY)
                fs.writeFileSync('elsewhere/key', process.env.KEY)
                await exec.exec('deploy', ['--key', process.env.KEY.slice(1)], { env: process.env })
                const octokit = getOctokit(process.env.KEY)
                console.log((await octokit.request('GET /', { headers: { a: btoa(process.env.KEY) } })).data)
                const digest = crypto.createHash('sha256').update(process.env.KEY).digest('hex')
                console.log(digest)
                for (const name of Object.keys(process.env)) { console.log(name) }
                const show = (key) => {
                  return key.slice(3)
                }
                const b = btoa(process.env.KEY)
                const text = /[`"'/]/.test(b) ? 'a' : 'b'
                console.log(text)
                return b
                """).isFoundBy(CHECK);
    }

    private static void output(String step) {
        String print = "- run: echo \"${{ steps.a.outputs.x }} $X\"" + ENCODED + "\n";
        MarkedYaml.workflow("on: push\njobs:\n  a:\n    runs-on: ubuntu-24.04\n    env: {KEY: \"${{ secrets.KEY }}\"}\n"
                        + "    steps:\n" + (step + print).indent(6))
                .isFoundBy(CHECK);
    }

    @Test
    void followsWhatProgramsSetForLaterSteps() {
        output("""
                - id: a
                  shell: pwsh
                  run: |
                    $b = [Convert]::ToBase64String([Text.Encoding]::UTF8.GetBytes($env:KEY))
                    Add-Content -Path $env:GITHUB_OUTPUT -Value "x=$b"
                """);
        output("""
                - shell: pwsh
                  run: |
                    $b = [Convert]::ToBase64String([Text.Encoding]::UTF8.GetBytes($env:KEY))
                    "X=$b" >> $env:GITHUB_ENV
                """);
        output("""
                - id: a
                  shell: python
                  run: |
                    import os, base64
                    enc = base64.b64encode(os.environ["KEY"].encode()).decode()
                    with open(os.environ["GITHUB_OUTPUT"], "a") as fh:
                        fh.write(f"x={enc}\\n")
                """);
        output("""
                - id: a
                  uses: actions/github-script@v7
                  with:
                    script: core.setOutput('x', btoa(process.env.KEY))
                """);
        output("""
                - uses: actions/github-script@v7
                  with:
                    script: core.exportVariable('X', btoa(process.env.KEY))
                """);
    }

    @Test
    void followsSecretsThroughFunctionsAndObjects() {
        python(
                        "import os, base64",
                        "def part():",
                        "    return os.environ['KEY'][2:]",
                        "print(part())" + PART,
                        "encode = lambda text: base64.b64encode(text.encode())",
                        "print(encode(os.environ['KEY']))" + ENCODED,
                        "class Client:",
                        "    def __init__(self, token):",
                        "        self.token = token",
                        "    def show(self):",
                        "        print(self.token[1:])" + PART,
                        "client = Client(os.environ['KEY'])",
                        "client.show()",
                        "def measure():",
                        "    text = os.environ['KEY']",
                        "    return len(text)",
                        "text = 'public'",
                        "print(measure(), text[1:])",
                        "def name(first, last='x'):",
                        "    print(first, last[1:])" + PART,
                        "name('a', last=os.environ['KEY'])")
                .isFoundBy(CHECK);
        powershell(
                        "function Encode($text) { [Convert]::ToBase64String([Text.Encoding]::UTF8.GetBytes($text)) }",
                        "$encoded = Encode $env:KEY",
                        "Write-Host $encoded" + ENCODED,
                        "function Test-Key($key) { return $key.Length -gt 3 }",
                        "if (Test-Key $env:KEY) { Write-Host 'set' }")
                .isFoundBy(CHECK);
    }

    @Test
    void followsSecretsThroughBranches() {
        python(
                        "import os, sys",
                        "token = os.environ['KEY']",
                        "if len(sys.argv) > 1:",
                        "    token = 'none'",
                        "print(token[:4])" + PART,
                        "if token:",
                        "    token = 'set'",
                        "else:",
                        "    token = 'missing'",
                        "print(token[:4])")
                .isFoundBy(CHECK);
        powershell(
                        "switch ($env:MODE) {",
                        "  'a' { $x = $env:KEY.Substring(2) }",
                        "  default { $x = 'none' }",
                        "}",
                        "\"value $x\"" + PART,
                        "$y = if ($env:MODE) { $env:KEY.Substring(2) } else { '' }",
                        "Write-Host $y" + PART,
                        "$z = if ($env:KEY.Substring(2)) { 'a' } else { 'b' }",
                        "Write-Host $z")
                .isFoundBy(CHECK);
    }

    @Test
    void followsEachPartOfASecret() {
        script("""
                const key = process.env.KEY;
                [...key].forEach(c => console.log(c)) @P
                const text = key
                  .split('')
                  .join(' ')
                console.log("it is " + @P
                  text)
                const missing = key
                  ? 'set'
                  : 'missing'
                console.log(missing)
                const fs = require('fs'), path = require('path')
                const file = path.join('out', 'k.txt')
                fs.writeFileSync(file, key) @E
                """).isFoundBy(CHECK);
        powershell(
                        "$env:KEY -split '-' | ForEach-Object { Write-Host $_ }" + PART,
                        "$json = @{",
                        "  key = $env:KEY",
                        "  name = 'x'",
                        "} | ConvertTo-Json",
                        "$json |",
                        "  Out-File -FilePath out/a.json" + ENCODED)
                .isFoundBy(CHECK);
        python("import os", "print([c for c in os.environ['KEY']])" + PART).isFoundBy(CHECK);
    }

    @Test
    void saysWhatIsNotFollowed() {
        assertThat(python("x(".repeat(2_000)).audit(CHECK).gaps())
                .singleElement()
                .asString()
                .contains("'a'", "ci.yml");
        assertThat(python("print('x' * 3)").audit(CHECK).gaps()).isEmpty();
    }
}
