/** What a build's own files say: POMs, extensions and settings of the checkout, with places. No Maven types. */
package io.github.mavenhardening.core.build;
