using BuyingGroups.Tests.Machine;
using Xunit.Abstractions;
using Xunit.Sdk;

namespace BuyingGroups.Tests.EndToEnd;

/// <summary>A test that drives Chromium: skipped with the reason where there is none, failed under CI=true. Carries Category=Browser.</summary>
[TraitDiscoverer("BuyingGroups.Tests.EndToEnd." + nameof(BrowserTraitDiscoverer), "BuyingGroups.Tests")]
public sealed class BrowserFactAttribute : FactAttribute, ITraitAttribute
{
    public BrowserFactAttribute() => Skip = ThisMachine.WhyNoBrowser;
}

/// <summary>As <see cref="BrowserFactAttribute"/>, with data.</summary>
[TraitDiscoverer("BuyingGroups.Tests.EndToEnd." + nameof(BrowserTraitDiscoverer), "BuyingGroups.Tests")]
public sealed class BrowserTheoryAttribute : TheoryAttribute, ITraitAttribute
{
    public BrowserTheoryAttribute() => Skip = ThisMachine.WhyNoBrowser;
}

/// <summary>Gives browser tests Category=Browser.</summary>
public sealed class BrowserTraitDiscoverer : ITraitDiscoverer
{
    public IEnumerable<KeyValuePair<string, string>> GetTraits(IAttributeInfo traitAttribute) => [new("Category", "Browser")];
}
