import { describe, expect, it } from 'vitest';
import { escapeHtml, Html, html } from '../../../electron/report/html.ts';

describe('html', () => {
  it('escapes every value, in text and in attributes', () => {
    const name = `<script>alert("1")</script>'&`;
    expect(html`<p title="${name}">${name}</p>`.text).toBe(
      '<p title="&lt;script&gt;alert(&quot;1&quot;)&lt;/script&gt;&#39;&amp;">' +
        '&lt;script&gt;alert(&quot;1&quot;)&lt;/script&gt;&#39;&amp;</p>',
    );
  });

  it('takes HTML as it is, lists one after another, and nothing for null and false', () => {
    expect(html`${[html`<b>${1}</b>`, ' & ']}${null}${false}${undefined}`.text).toBe('<b>1</b> &amp; ');
    expect(html`${new Html('<i>')}`.text).toBe('<i>');
  });

  it('shows characters that no document may hold as replaced', () => {
    expect(escapeHtml('a\u0000b\u0007c\ud800d')).toBe('a\ufffdb\ufffdc\ufffdd');
    expect(escapeHtml('Zażółć Ωμέγα 跑步 🏃')).toBe('Zażółć Ωμέγα 跑步 🏃');
  });
});
