/** A sale by itself: lines, discounts, who pays which line, and how it goes back. Pure; knows no books and no plug-in. */
package io.kassa.pos.host.sale;
