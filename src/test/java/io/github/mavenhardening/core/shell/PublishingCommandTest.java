package io.github.mavenhardening.core.shell;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.mavenhardening.core.workflow.Shell;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PublishingCommandTest {

    private static boolean publishes(String script) {
        return ShellScript.of(script, Shell.POSIX).commands().stream()
                .anyMatch(command -> PublishingCommand.of(command).isPresent());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "mvn -B gpg:sign-and-deploy-file -Dfile=a.jar -DrepositoryId=x",
                "mvn org.apache.maven.plugins:maven-gpg-plugin:3.2.7:sign-and-deploy-file -Dfile=a",
                "./mvnw clean package site-deploy",
                "cargo workspaces publish --yes --from-git",
                "cargo ws publish",
                "cargo release --execute",
                "npx ${{ matrix.cmd }} publish --pat x",
                "mvn spring-boot:build-image -Dspring-boot.build-image.publish=true",
                "gradle bootBuildImage --publishImage",
                "./gradlew :core:publishAllPublicationsToCentralRepository",
                "py -m twine upload --repository x dist/*",
                "pipx run twine upload dist/*",
                "pnpm changeset publish",
                "bunx npm publish",
                "crane append -f a.tar -t example/a",
                "cr package charts/a && cr upload --config cr.yaml",
                "curl -u $U:$P --upload-file a.jar https://repo.example.org/a.jar",
                "curl -sST a.jar https://repo.example.org/a.jar",
                "curl --form bundle=@bundle.zip https://central.example.org/api/v1/publisher/upload",
                "curl -X PUT --data-binary @a.tar.gz https://repo.example.org/a",
                "npx @vscode/vsce publish",
                "npx ovsx publish a.vsix",
                "mix hex.publish --yes",
                "dart pub publish --force",
                "pod trunk push a.podspec",
                "lein deploy clojars",
                "mill -i mill.scalalib.PublishModule/publishAll --release true",
                "./mill mill.javalib.SonatypeCentralPublishModule/",
                "./mill __.publish",
                "./bld clean publish",
                "mvn wagon:upload",
                "npx np --yolo",
                "jf rt upload a.jar repo/",
                "conan upload a/1.0 -r example",
                "choco push --source https://repo.example.org/ --api-key $KEY",
                "anaconda -t $T upload --user example dist/a.conda",
                "yarn lerna publish from-package --yes",
                "pnpm semantic-release",
                "npx -p @semantic-release/git semantic-release",
                "npx nx release publish",
                "npx jsr publish",
                "npx @changesets/cli@2 publish",
                "deno publish",
                "go run github.com/goreleaser/goreleaser/v2@latest release --clean",
                "go run -modfile=tools.mod github.com/google/ko@v0.15.0 build ./cmd/a",
                "op run -- npm publish",
                "mise exec node@22 -- npm publish",
                "python setup.py sdist upload",
                "sbt clean +publishSigned sonatypeBundleRelease",
                "sbt '; clean ; core/publishSigned'",
                "glab release create v1 a.jar",
                "hub release create -a a.jar -m v1 v1",
                "npx release-it --ci",
                "rebar3 hex publish --yes",
                "opam publish",
                "dput ppa:example/a a.changes",
                "copr-cli build example/a a.src.rpm",
                "ansible-galaxy collection publish a.tar.gz",
                "pack build ghcr.io/example/a --publish",
                "buildctl build --frontend dockerfile.v0 --output type=image,name=ghcr.io/example/a,push=true",
                "/kaniko/executor --context . --destination ghcr.io/example/a",
                "depot build --push -t ghcr.io/example/a .",
                "earthly --push +release",
                "apko publish a.yaml ghcr.io/example/a",
                "az acr build -r example -t a:1 .",
                "gcloud builds submit --tag gcr.io/example/a",
                "bash -ec 'npm ci && npm publish'",
                "bash -ce 'npm publish'",
                "zsh -eo pipefail --login -c 'npm publish'",
                "find out -name '*.nupkg' -print0 | xargs -0 -n 1 dotnet nuget push --api-key $K",
                "nix develop -c cargo publish",
            })
    void knowsWhatPublishes(String script) {
        assertThat(publishes(script)).isTrue();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "bash deploy.sh -c 'npm publish'",
                "jreleaser assemble",
                "jreleaser config --full",
                "mvn jreleaser:assemble",
                "jreleaser release --dry-run",
                "gh release create v1 --notes x",
                "gh release create $TAG -F notes.md -t Title --draft",
                "gh release create v1 --notes-from-tag --verify-tag --target main",
                "cosign sign-blob --yes README.md",
                "mvn spring-boot:build-image",
                "./gradlew publishToMavenLocal",
                "./gradlew publishMavenPublicationToLocalRepoRepository",
                "cargo release --execute --no-publish",
                "cargo release patch",
                "cargo workspaces list",
                "npx ${{ matrix.cmd }} package",
                "mvn deploy -Dmaven.deploy.skip",
                "curl -T a http://127.0.0.1:9000/x",
                "curl -XPOST -d @- https://hooks.example.org/x",
                "curl -sXPUT -d x https://hooks.example.org/x",
                "curl -F file=@coverage.xml https://example.org/coverage",
                "curl -F a=@b.zip http://localhost:8080/x",
                "curl -d @query.json https://example.org/graphql",
                "npx vsce package",
                "mix hex.audit",
                "flutter pub get",
                "jf rt ping",
                "conan install .",
                "choco pack",
                "choco install tool",
                "anaconda login",
                "yarn lerna run build",
                "npx nx release --dry-run",
                "npx nx release version --skip-publish",
                "npx nx build",
                "deno publish --dry-run",
                "go run github.com/goreleaser/goreleaser/v2@latest check",
                "go run ./cmd/tool release",
                "op run -- npm test",
                "python setup.py sdist",
                "sbt publishLocal",
                "sbt '+publishM2'",
                "glab release list",
                "npx release-it --release-version",
                "pack build example/a",
                "buildctl build --output type=docker,dest=a.tar",
                "/kaniko/executor --context . --no-push --destination a",
                "depot build --load .",
                "earthly +test",
                "az acr login -n example",
                "gcloud builds submit --config cloudbuild.yaml",
                "./mill __.compile",
                "./mill __.publishM2Local",
                "np --preview",
                "bash -ec 'npm ci && npm pack'",
                "bash publish.sh -c npm",
                "ls | xargs -n 1 npm pack",
                "nix build",
            })
    void knowsWhatDoesNot(String script) {
        assertThat(publishes(script)).isFalse();
    }

    /** What options take is no part of the name: addresses and formats are not. */
    @Test
    void namesCurlAlone() {
        String script = "curl -s -w '\\n%{http_code}' -X POST -F bundle=@b.zip https://central.example.org/upload";
        assertThat(ShellScript.of(script, Shell.POSIX).commands().stream()
                        .flatMap(command -> PublishingCommand.of(command).stream())
                        .map(PublishingCommand::text))
                .containsExactly("curl");
    }

    /** A site is no package; whether a module is one its name says. */
    @Test
    void tellsModulesOfDocumentationFromPackages() {
        assertThat(kind("mvn -Ppublish -pl :app-docs clean deploy")).isEqualTo(PublishingCommand.Kind.OTHER);
        assertThat(kind("mvn --projects=docs,modules/site deploy")).isEqualTo(PublishingCommand.Kind.OTHER);
        assertThat(kind("mvn -pl :app-docs,:app deploy")).isEqualTo(PublishingCommand.Kind.PACKAGE);
        assertThat(kind("mvn deploy")).isEqualTo(PublishingCommand.Kind.PACKAGE);
    }

    private static PublishingCommand.Kind kind(String script) {
        return PublishingCommand.of(
                        ShellScript.of(script, Shell.POSIX).commands().get(0))
                .orElseThrow()
                .kind();
    }
}
