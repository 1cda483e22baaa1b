package io.github.mavenhardening.core.checks.workflow;

import org.junit.jupiter.api.Test;

/** What is published by tasks of the project's own files, and by programs that are named in them. */
class ReleasesOfTasksTest {

    private static final ReleaseWithoutEnvironment CHECK = new ReleaseWithoutEnvironment();
    private static final String FOUND = "  # finds: release-without-environment high medium-confidence";

    private static MarkedYaml job(String mark, String steps) {
        return MarkedYaml.workflow("""
                on: push
                jobs:
                  build:MARK
                    runs-on: ubuntu-24.04
                    env: {TOKEN: "${{ secrets.CENTRAL_TOKEN }}"}
                    steps:
                """.replace("MARK", mark) + steps.indent(6));
    }

    private static void finds(String command, String path, String file) {
        job(FOUND, "- run: " + command).and(path, file).isFoundBy(CHECK);
    }

    private static void spares(String command, String path, String file) {
        job("", "- run: " + command).and(path, file).isFoundBy(CHECK);
    }

    @Test
    void followsTasksOfMise() {
        String tasks = """
                [tasks.ship]
                depends = ["upload"]
                [tasks]
                upload = 'npm publish'
                test = "npm test"
                """;
        finds("mise run ship", "mise.toml", tasks);
        finds("mise r upload", ".mise.toml", tasks);
        spares("mise run test", "mise.toml", tasks);
        spares("mise tasks", "mise.toml", tasks);
    }

    @Test
    void followsRecipesOfAJustfile() {
        String justfile = """
                set shell := ["bash", "-c"]
                registry := "registry.example.org"
                alias r := release

                # the first is run where none is named
                default: test
                test:
                    cargo test

                [private]
                _check version:
                    grep -q '{{version}}' Cargo.toml

                ship version *flags: (_check version) && notify
                    @cargo publish -p core {{ flags }}

                notify:
                    -echo done
                release: (ship "1.0" "--locked") test
                try: (ship "1.0" "--dry-run")
                image name="app" tag=`date`:
                    docker push {{registry}}/{{name}}:{{tag}}
                script:
                    #!/usr/bin/env bash
                    set -e
                    npm publish
                python:
                    #!/usr/bin/env python3
                    subprocess.run(["twine", "upload", "dist/*"])
                node:
                    #!/usr/bin/env node
                    npm publish
                """;
        for (String command : new String[] {
            "just ship 1.0",
            "just r",
            "just test release",
            "just --set registry registry.example.com image",
            "just registry=registry.example.com image app",
            "just script",
            "just python",
            "just -f justfile image"
        }) {
            finds(command, "justfile", justfile);
        }
        for (String command : new String[] {
            "just",
            "just try",
            "just ship 1.0 --dry-run",
            "just --list",
            "just -n release",
            "just node",
            "just nothing",
            "just registry=localhost:5000 image"
        }) {
            spares(command, "justfile", justfile);
        }
        job(FOUND, "- run: just release\n  working-directory: a/b")
                .and("a/Justfile", justfile)
                .isFoundBy(CHECK);
    }

    @Test
    void followsEnvironmentsOfTox() {
        String tox = """
                [tox]
                env_list = py
                [testenv]
                commands =
                    pytest {posargs}
                [upload]
                tool = {envpython} -m twine
                [testenv:release]
                ; to PyPI
                pass_env =
                    TWINE_PASSWORD
                commands =
                    python -c "import shutil"
                    {[upload]tool} upload \\
                        {toxinidir}/dist/*
                [testenv:try]
                commands =
                    twine {posargs:check} dist/*
                [testenv:py-ship]
                commands =
                    build: python -m build
                    ship: twine upload dist/*
                """;
        for (String command : new String[] {
            "tox -e release",
            "pipx run tox run -e release",
            "python -m tox -e py,release",
            "TOXENV=release tox",
            "uvx tox -erelease",
            "tox r -e try -- upload",
            "tox -e py-ship"
        }) {
            finds(command, "tox.ini", tox);
        }
        for (String command : new String[] {
            "tox",
            "tox -e py",
            "tox -e try",
            "tox -e release --notest",
            "tox list -e release",
            "tox -e py -- twine upload"
        }) {
            spares(command, "tox.ini", tox);
        }
        finds("tox -e release", "pyproject.toml", "[tool.tox]\nlegacy_tox_ini = \"\"\"\n" + tox + "\"\"\"\n");
        String toml = """
                [tool.tox.env.test]
                commands = [["pytest"]]
                [tool.tox.env.release]
                deps = ["twine"]
                commands = [
                  ["python", "-m", "build"],
                  ["twine", "upload", { replace = "posargs", default = ["dist/*"], extend = true }],
                ]
                """;
        finds("tox -e release", "pyproject.toml", toml);
        spares("tox -e test", "pyproject.toml", toml);
    }

    @Test
    void followsTasksOfATaskfile() {
        String taskfile = """
                version: '3'
                tasks:
                  default: echo nothing
                  release:
                    deps: [build, {task: notes}]
                    cmds:
                      - echo "{{.CLI_ARGS}}"
                      - cmd: npm publish
                        silent: true
                  ship: [npm publish]
                  all: [{task: ship}]
                  needs: {deps: [ship]}
                  one: {cmd: npm publish}
                  build: npm run build
                  notes: {desc: npm publish}
                """;
        for (String command : new String[] {
            "task release", "task build ship", "go-task all", "task needs VERSION=1", "task -t Taskfile.yml one -- -x"
        }) {
            finds(command, "Taskfile.yml", taskfile);
        }
        finds("task -d sub ship", "sub/taskfile.yaml", taskfile);
        for (String command :
                new String[] {"task", "task build notes", "task --dry release", "task --list", "task build -- release"
                }) {
            spares(command, "Taskfile.yml", taskfile);
        }
        spares("task release", "Taskfile.yml", "tasks: [release");
    }

    @Test
    void followsScriptsOfComposerAndDeno() {
        String composer = """
                {"scripts": {
                  "ship": "gh release upload v1 a.phar",
                  "all": ["@build", "@ship"],
                  "own": ["@composer ship"],
                  "build": ["@php box compile", "phpunit"]}}
                """;
        for (String command : new String[] {"composer ship", "composer run all", "composer run-script own"}) {
            finds(command, "composer.json", composer);
        }
        for (String command : new String[] {"composer build", "composer run", "composer install"}) {
            spares(command, "composer.json", composer);
        }
        spares("composer ship", "composer.json", "{");
        String deno = "{\"tasks\": {\"ship\": \"npm publish\", \"build\": \"deno compile main.ts\"}}";
        finds("deno task ship", "deno.json", deno);
        spares("deno task build", "deno.json", deno);
        spares("deno run ship", "deno.json", deno);
    }

    @Test
    void followsTasksOfARakefile() {
        String gem = "require \"bundler/gem_tasks\"\ntask default: :spec\n";
        for (String command : new String[] {
            "rake release",
            "bundle exec rake release:rubygem_push",
            "rake 'release[origin]'",
            "bundle exec rake build release"
        }) {
            finds(command, "Rakefile", gem);
        }
        for (String command : new String[] {
            "rake",
            "rake build",
            "rake release:guard_clean",
            "gem_push=no rake release",
            "rake release gem_push=no",
            "rake -T release"
        }) {
            spares(command, "Rakefile", gem);
        }
        spares("rake release", "Rakefile", "# require \"bundler/gem_tasks\"\n");
        String own = """
                namespace :image do
                  task :build do
                    sh "docker build ."
                  end
                  desc "docker push"
                  task :push, [:tag] => [:build] do |t, args|
                    sh "docker", "push", "example/app:#{args[:tag]}"
                  end
                end
                task ship: %w[image:push] do
                  puts "docker push"
                end
                task :show => "image:build" do
                  # sh "docker push example/app"
                end
                """;
        for (String command : new String[] {"rake image:push", "rake ship"}) {
            finds(command, "Rakefile", own);
        }
        for (String command : new String[] {"rake image:build", "rake show", "rake push"}) {
            spares(command, "Rakefile", own);
        }
    }

    @Test
    void followsLanesOfFastlane() {
        String fastfile = """
                default_platform(:android)
                platform :android do
                  lane :test do
                    gradle(task: "test")
                  end
                  lane :store do |options|
                    build
                    upload_to_play_store(
                      track: "production", rollout: "0.2")
                  end
                  lane :build do
                    gradle(task: "bundle")
                  end
                  lane :try do
                    upload_to_play_store(track: "internal", validate_only: true)
                  end
                  lane :all do
                    store
                  end
                  lane :publishing do
                    gradle(task: "publishReleaseBundle")
                  end
                end
                lane :image do
                  sh("docker push example/app")
                end
                """;
        for (String command : new String[] {
            "bundle exec fastlane android store",
            "fastlane store track:beta",
            "fastlane all",
            "fastlane android publishing",
            "fastlane image"
        }) {
            finds(command, "fastlane/Fastfile", fastfile);
        }
        for (String command : new String[] {"fastlane test", "fastlane android build", "fastlane try", "fastlane"}) {
            spares(command, "fastlane/Fastfile", fastfile);
        }
        for (String command : new String[] {"fastlane supply --track beta", "fastlane run upload_to_testflight"}) {
            finds(command, "README.md", "");
        }
        for (String command : new String[] {"fastlane supply init", "fastlane pilot list", "fastlane match appstore"}) {
            spares(command, "README.md", "");
        }
    }

    @Test
    void knowsVariablesOfTargets() {
        String makefile = """
                FLAGS := --clean
                try: FLAGS += --snapshot
                try: private export X = 1
                try: dist
                dist:
                \tgoreleaser release $(FLAGS)
                """;
        finds("make dist", "Makefile", makefile);
        finds("make try FLAGS=--clean", "Makefile", makefile);
        spares("make try", "Makefile", makefile);
        spares("make dist FLAGS=--snapshot", "Makefile", makefile);
        spares("make -n dist", "Makefile", makefile);
    }

    @Test
    void handsWordsOnToScripts() {
        String scripts = "{\"scripts\": {\"ship\": \"changeset publish\"}}";
        finds("npm run ship -- --tag next", "package.json", scripts);
        spares("npm run ship -- --dry-run", "package.json", scripts);
        spares("yarn ship --dry-run", "package.json", scripts);
        finds("yarn workspaces foreach --all --no-private npm publish --access public", "package.json", scripts);
        finds("yarn workspace a npm publish", "package.json", scripts);
        finds("yarn workspaces foreach -pt --include 'a*' npm publish", "package.json", scripts);
        spares("yarn workspaces foreach -n npm publish", "package.json", scripts);
        spares("yarn workspaces foreach -A run build", "package.json", scripts);
        spares("yarn workspace a ship", "package.json", scripts);
        finds("pnpm -r publish", "package.json", scripts);
        finds("lerna exec -- npm publish", "package.json", scripts);
    }

    @Test
    void knowsGalleriesAndSites() {
        for (String command : new String[] {
            "Publish-Module -Path out -NuGetApiKey $env:KEY",
            "Publish-PSResource -Path out -Repository PSGallery",
            "netlify deploy --prod --dir dist",
            "npx vercel --prod --token $TOKEN",
            "npx vercel@latest deploy --prebuilt --prod",
            "npx wrangler deploy",
            "wrangler pages deploy dist --branch main",
            "firebase deploy --only hosting",
            "npx surge dist example.org",
            "npx surge dist ${{ vars.DOMAIN }}"
        }) {
            job(FOUND, "- run: " + command + "\n  shell: pwsh").isFoundBy(CHECK);
        }
        for (String command : new String[] {
            "Publish-Module -Path out -WhatIf",
            "Publish-Module -Path out -Repository LocalFeed",
            "netlify deploy --dir dist",
            "npx vercel --token $TOKEN",
            "npx vercel build --prod",
            "vercel pull --environment=production --prod",
            "npx wrangler deploy --dry-run",
            "npx wrangler deploy --env staging",
            "wrangler pages deploy dist --branch $HEAD",
            "firebase deploy --project my-staging",
            "firebase hosting:channel:deploy pr-1",
            "npx surge dist pr-1.example.org",
            "npx surge dist ${{ steps.name.outputs.slug }}.example.org",
            "npx surge list"
        }) {
            job("", "- run: " + command + "\n  shell: pwsh").isFoundBy(CHECK);
        }
        for (String action : new String[] {
            "cloudflare/wrangler-action@v3\n  with: {apiToken: x}",
            "cloudflare/wrangler-action@v3\n  with: {command: deploy --minify, environment: production}",
            "FirebaseExtended/action-hosting-deploy@v0\n  with: {channelId: live}",
            "amondnet/vercel-action@v25\n  with: {vercel-args: --prod}",
            "nwtgck/actions-netlify@v3\n  with: {production-deploy: true}"
        }) {
            job(FOUND, "- uses: " + action).isFoundBy(CHECK);
        }
        for (String action : new String[] {
            "cloudflare/wrangler-action@v3\n  with: {command: deploy --dry-run}",
            "cloudflare/wrangler-action@v3\n  with: {command: deploy, environment: staging}",
            "cloudflare/wrangler-action@v3\n  with: {command: d1 migrations list}",
            "FirebaseExtended/action-hosting-deploy@v0",
            "amondnet/vercel-action@v25",
            "nwtgck/actions-netlify@v3\n  with: {production-branch: main}"
        }) {
            job("", "- uses: " + action).isFoundBy(CHECK);
        }
    }

    @Test
    void sparesRegistriesOfTheOwnMachine() {
        for (String command : new String[] {
            "npm publish --registry http://localhost:4873",
            "yarn publish --registry=http://verdaccio:4873/",
            "twine upload --repository-url http://127.0.0.1:8080/simple dist/*",
            "uv publish --publish-url http://localhost:8080",
            "gem push --host http://localhost:9292 a.gem",
            "dotnet nuget push a.nupkg --source ./feed",
            "NPM_CONFIG_REGISTRY=http://localhost:4873 npm publish",
            "npm config set registry http://localhost:4873 && npm publish",
            "npm set @example:registry=http://localhost:4873 && npm publish",
            "'yarn config set npmRegistryServer http://localhost:4873; yarn npm publish'",
            "echo registry=http://localhost:4873 > .npmrc && pnpm -r publish"
        }) {
            job("", "- run: " + command).isFoundBy(CHECK);
        }
        job("", "- run: npm publish\n  env: {NPM_CONFIG_REGISTRY: 'http://localhost:4873'}")
                .isFoundBy(CHECK);
        for (String command : new String[] {
            "npm publish --registry https://registry.example.org",
            "npm config set registry http://localhost:4873 && npm publish --registry https://registry.example.org",
            "'npm config set registry http://localhost:4873; npm config set registry https://registry.example.org; npm publish'",
            "npm config set registry http://localhost:4873 && twine upload dist/*",
            "dotnet nuget push a.nupkg --source https://registry.example.org"
        }) {
            job(FOUND, "- run: " + command).isFoundBy(CHECK);
        }
    }

    @Test
    void readsScriptsThatUploadToReleases() {
        String upload = """
                - uses: actions/github-script@v8
                  with:
                    github-token: ${{ secrets.RELEASE_TOKEN }}
                    script: |
                      SCRIPT
                """;
        job(FOUND, upload.replace("SCRIPT", "await github.rest.repos.uploadReleaseAsset({data})"))
                .isFoundBy(CHECK);
        job("", upload.replace("SCRIPT", "// github.rest.repos.uploadReleaseAsset({data})"))
                .isFoundBy(CHECK);
        job("", upload.replace("SCRIPT", "await github.rest.repos.createRelease({tag_name})"))
                .isFoundBy(CHECK);
    }

    @Test
    void readsBakeFiles() {
        String hcl = """
                variable "TAG" { default = "edge" }
                variable "WHERE" {
                  default = "registry"
                }
                // groups
                group "default" { targets = ["app"] }
                group "publish" {
                  targets = ["app", "worker"]
                }
                target "_base" {
                  args = { A = "}" }
                  output = ["type=registry"]
                }
                target "app" { tags = ["registry.example.org/app:${TAG}"] }
                target "worker" {
                  inherits = ["_base"] # and its output
                  tags = ["registry.example.org/worker:${TAG}"]
                }
                target "local" {
                  inherits = ["_base"]
                  tags = ["localhost:5000/worker"]
                }
                target "object" { output = [{ type = "image", push = "true" }] }
                target "variable" { output = ["type=${WHERE}"] }
                """;
        for (String command : new String[] {
            "docker buildx bake -f bake.hcl publish",
            "docker buildx bake --file=bake.hcl object",
            "docker buildx bake -f bake.hcl variable",
            "docker buildx bake -f bake.hcl --set '*.output=type=registry'"
        }) {
            finds(command, "bake.hcl", hcl);
        }
        for (String command : new String[] {
            "docker buildx bake -f bake.hcl",
            "docker buildx bake -f bake.hcl local",
            "docker buildx bake -f bake.hcl --load publish",
            "docker buildx bake -f bake.hcl --print publish",
            "docker buildx bake -f bake.hcl --set '*.output=type=docker' publish",
            "WHERE=docker docker buildx bake -f other.hcl variable"
        }) {
            spares(command, "bake.hcl", hcl);
        }
        job("", "- run: docker buildx bake -f bake.hcl variable\n  env: {WHERE: docker}")
                .and("bake.hcl", hcl)
                .isFoundBy(CHECK);
        String json =
                "{\"group\": {\"default\": {\"targets\": [\"app\"]}}, \"target\": {\"app\": {\"output\": [\"type=registry\"]}}}";
        finds("docker buildx bake", "docker-bake.json", json);
        job(FOUND, "- uses: docker/bake-action@v6\n  with: {targets: app}")
                .and("docker-bake.json", json)
                .isFoundBy(CHECK);
        job("", "- uses: docker/bake-action@v6\n  with: {targets: app, load: true}")
                .and("docker-bake.json", json)
                .isFoundBy(CHECK);
    }

    @Test
    void knowsImagesForTheOwnMachineInLoops() {
        String script = """
                #!/bin/bash
                for name in "$@"; do
                  image="${REGISTRY}/acme/${name}:${TAG}"
                  docker build -t "$image" .
                  docker push "$image"
                done
                """;
        String step = "- run: ./images.sh app\n  env: {TAG: 'ci-${{ github.run_id }}', REGISTRY: 'HOST'}";
        job("", step.replace("HOST", "localhost:5000")).and("images.sh", script).isFoundBy(CHECK);
        job(FOUND, step.replace("HOST", "registry.example.org"))
                .and("images.sh", script)
                .isFoundBy(CHECK);
        String outside = script + "docker push \"$image\"\n";
        job(FOUND, step.replace("HOST", "localhost:5000"))
                .and("images.sh", outside)
                .isFoundBy(CHECK);
        String twice = script.replace("  docker push", "  image=$1\n  docker push");
        job(FOUND, step.replace("HOST", "localhost:5000"))
                .and("images.sh", twice)
                .isFoundBy(CHECK);
    }

    @Test
    void runsInTheFolderThatDefaultsName() {
        String defaults = "defaults: {run: {working-directory: app}}";
        String workflow = """
                on: push
                %s
                jobs:
                  build:%s
                    %s
                    runs-on: ubuntu-24.04
                    env: {TOKEN: "${{ secrets.CENTRAL_TOKEN }}"}
                    steps:
                      - run: make deploy
                """;
        for (String found : new String[] {
            workflow.formatted(defaults, FOUND, ""),
            workflow.formatted("", FOUND, defaults),
            workflow.formatted("", "", "")
        }) {
            MarkedYaml.workflow(found)
                    .and("app/Makefile", "deploy:\n\tmvn deploy\n")
                    .isFoundBy(CHECK);
        }
    }
}
