/** Cash and the card terminal beside the till, as ordinary payment methods. */
package io.kassa.pos.host.cash;
