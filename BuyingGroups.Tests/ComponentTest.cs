using System.Globalization;
using System.Runtime.CompilerServices;
using BuyingGroups.Portal.Shell.Components;
using BuyingGroups.Portal.Shell.Layout;
using BuyingGroups.Tests.Clock;
using Bunit;
using Microsoft.Extensions.DependencyInjection;
using Radzen;

namespace BuyingGroups.Tests;

/// <summary>
/// Base of component tests: bunit with the services every component of the portal expects. Texts are English, which is also their key.
/// </summary>
public abstract class ComponentTest : BunitContext
{
    protected ComponentTest()
    {
        CultureInfo.CurrentCulture = CultureInfo.GetCultureInfo("en-GB");
        CultureInfo.CurrentUICulture = CultureInfo.GetCultureInfo("en");

        // bunit's markup comparer needs a package that the feed lacks (docs/adr/0003). An instance that never ran its constructor satisfies
        // the container; only MarkupMatches would use it. Assert on elements, texts and attributes instead.
        var comparer = typeof(BunitContext).Assembly.GetType("Bunit.Diffing.HtmlComparer", throwOnError: true)!;
        Services.AddSingleton(comparer, RuntimeHelpers.GetUninitializedObject(comparer));
        Services.AddLocalization();
        Services.AddRadzenComponents();
        Services.AddSingleton<TimeProvider>(new SettableClock());
        Services.AddSingleton(new PageRoutes());
        Services.AddScoped<Confirmation>();
        JSInterop.Mode = JSRuntimeMode.Loose;
    }
}
