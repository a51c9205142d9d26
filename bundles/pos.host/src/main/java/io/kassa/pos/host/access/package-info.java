/** Who may use the till: passwords, PINs, lock-outs, and the browsers that stand at registers. */
package io.kassa.pos.host.access;
