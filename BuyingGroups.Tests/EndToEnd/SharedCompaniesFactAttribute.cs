using BuyingGroups.Tests.Machine;
using Xunit.Sdk;

namespace BuyingGroups.Tests.EndToEnd;

/// <summary>A browser test on the S&amp;P 500 file; skipped, saying so, where the file does not lie beside the repository.</summary>
[TraitDiscoverer("BuyingGroups.Tests.EndToEnd." + nameof(BrowserTraitDiscoverer), "BuyingGroups.Tests")]
public sealed class SharedCompaniesFactAttribute : FactAttribute, ITraitAttribute
{
    public SharedCompaniesFactAttribute() => Skip = ThisMachine.WhyNoBrowser
        ?? (ThisMachine.SharedCompanies is null ? "The S&P 500 file is not at ../shared/data/sp500-companies.csv beside the repository." : null);
}
