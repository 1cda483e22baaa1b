/** How a repository stood over time: its commits audited one after the other, from Git's objects. */
package io.github.mavenhardening.core.history;
