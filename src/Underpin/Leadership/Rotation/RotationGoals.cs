using Underpin.Leadership.Rotation.Solving;

namespace Underpin.Leadership.Rotation;

/// <summary>The five levels of the objective as inequalities over a model.</summary>
internal sealed class RotationGoals(RotationProblem problem, RotationModel model)
{
    readonly Literal?[,] _everHolds = new Literal?[model.Duties, model.People];

    /// <summary>The goals in their order. Each is made when it is its turn, so that the search is not burdened with later ones.</summary>
    public IEnumerable<RotationGoal> InOrder()
    {
        yield return Unready();
        yield return Breadth();
        yield return Evenness();
        yield return Changes();
        yield return Parted();
    }

    /// <summary>A literal that holds exactly when a person who does not hold a duty now holds it in some year.</summary>
    Literal EverHolds(int duty, int person) =>
        _everHolds[duty, person] ??= model.Any([.. Enumerable.Range(1, model.Years).Select(year => model.Holds(duty, person, year))]);

    RotationGoal Unready()
    {
        var levels = problem.Readiness.ToDictionary(r => (r.Person, r.Duty), r => r.Level);
        var terms = new List<Term>();
        for (var duty = 0; duty < model.Duties; duty++)
        {
            for (var person = 0; person < model.People; person++)
            {
                var level = levels.GetValueOrDefault((problem.People[person].Key, problem.Duties[duty].Key), problem.OtherwiseReady);
                if (level == Readiness.AfterShadowing && model.Holders[duty] != person) terms.Add(new(model.Weights[duty], EverHolds(duty, person)));
            }
        }

        return Sum("weight of handovers that need shadowing", 0, terms, 0);
    }

    RotationGoal Breadth()
    {
        var gaining = RotationAsks.WhoShouldGain(problem).Select(p => model.PersonOf(p.Key)).ToList();
        if (gaining.Count == 0) return Sum("duties new to the person who gains least", 1, [], 0);
        var gains = gaining.Select(person => Enumerable.Range(0, model.Duties).Where(duty => model.Holders[duty] != person).Select(duty => EverHolds(duty, person)).Where(l => l != Literal.False).ToList()).ToList();
        var most = gaining.Zip(gains, (person, gain) => Math.Min(gain.Count, MostReceivedBy(person))).Min();
        return new("duties new to the person who gains least", 1, 0, limit =>
        {
            var guard = model.Solver.NewVariable(phase: true);
            foreach (var gain in gains) model.AddAtLeast(guard, gain.Select(l => new Term(1, l)), most - limit);
            return guard;
        }) { From = most, WhenHeld = cost => NothingTwice([.. gaining.Where(person => MostReceivedBy(person) == most - cost)]) };
    }

    /// <summary>Who must gain as many duties as they may receive at all receives each but once, and none that they hold now.</summary>
    void NothingTwice(List<int> people)
    {
        foreach (var person in people)
        {
            for (var duty = 0; duty < model.Duties; duty++)
                model.AddAtMost(Literal.True, Enumerable.Range(1, model.Years).Select(year => new Term(1, model.Receives(duty, person, year))), model.Holders[duty] == person ? 0 : 1);
        }
    }

    /// <summary>What a person may receive over the years; without limit where somebody leaves, a vacant duty is filled, or the person is new.</summary>
    int MostReceivedBy(int person)
    {
        var key = problem.People[person].Key;
        var somebodyGoes = Enumerable.Range(1, model.Years).Any(year => Enumerable.Range(0, model.People).Any(p => model.IsInPost(p, year - 1) && !model.IsInPost(p, year)));
        if (somebodyGoes || model.Holders.Contains(-1) || !model.IsInPost(person, 0) || !model.IsAsked(new AskCondition(key))) return model.Duties;
        return Enumerable.Range(problem.FirstYear, problem.Years).Sum(year => RotationAsks.Receives(problem, key, year) + problem.Extra);
    }

    RotationGoal Evenness()
    {
        var sharing = Enumerable.Range(0, model.People).Where(p => RotationAsks.TakesPart(problem, problem.People[p].Key)).ToList();
        var parts = Enumerable.Range(1, model.Years).Select(year => EvennessOf(year, [.. sharing.Where(p => model.IsInPost(p, year))])).ToList();
        var terms = parts.SelectMany(p => p.Terms).ToList();
        var constant = parts.Sum(p => p.Constant);
        return Sum("heaviest load less lightest, over the years", 2, terms, constant) with
        {
            Least = parts.Sum(p => Math.Max(0, p.Constant)),
            Parts = [.. parts.Select((p, i) => Sum($"heaviest load less lightest in {SchoolYear.Name(problem.FirstYear + i)}", 2, p.Terms, p.Constant) with { Least = Math.Max(0, p.Constant) })],
        };
    }

    /// <summary>
    /// Heaviest less lightest in one year is a constant and so many literals: one for each load that somebody carries above the average, one
    /// for each that somebody stays below it.
    /// </summary>
    (List<Term> Terms, long Constant) EvennessOf(int year, List<int> sharing)
    {
        if (sharing.Count < 2) return ([], 0);
        var others = Enumerable.Range(0, model.People).Where(p => model.IsInPost(p, year)).Except(sharing).ToList();
        // What those who do not take part carry at most and at least bounds what is left to the others.
        var (leastLeft, mostLeft) = (0L, 0L);
        for (var duty = 0; duty < model.Duties; duty++)
        {
            if (!others.Exists(p => model.Holds(duty, p, year) != Literal.False)) leastLeft += model.Weights[duty];
            if (sharing.Exists(p => model.Holds(duty, p, year) != Literal.False)) mostLeft += model.Weights[duty];
        }

        var (heaviest, lightest) = ((leastLeft + sharing.Count - 1) / sharing.Count, mostLeft / sharing.Count);
        var terms = new List<Term>();
        var most = sharing.Max(p => model.Load(p, year).Where(t => t.Literal != Literal.False).Sum(t => t.Coefficient));
        var limits = sharing.Select(p => problem.People[p]).Where(p => model.IsAsked(new LoadLimitCondition(p.Key))).Select(p => RotationCondition.LimitOf(problem, p)).ToList();
        if (limits.Count == sharing.Count) most = Math.Min(most, limits.Max() ?? most);
        var above = Unary(most - heaviest);
        var below = Unary(lightest);
        foreach (var person in sharing)
        {
            model.AddAtMost(Literal.True, [.. model.Load(person, year), .. above.Select(l => new Term(-1, l))], heaviest);
            model.AddAtLeast(Literal.True, [.. model.Load(person, year), .. below.Select(l => new Term(1, l))], lightest);
        }

        terms.AddRange(above.Concat(below).Select(l => new Term(1, l)));
        return (terms, heaviest - lightest);
    }

    /// <summary>A number up to a limit: as many literals hold, the first ones.</summary>
    List<Literal> Unary(long limit)
    {
        var literals = new List<Literal>();
        for (var i = 0; i < limit; i++)
        {
            literals.Add(model.Solver.NewVariable());
            if (i > 0) model.Solver.AddClause(!literals[i], literals[i - 1]);
        }

        return literals;
    }

    RotationGoal Changes()
    {
        var asked = RotationAsks.Total(problem);
        var terms = new List<Term>();
        for (var duty = 0; duty < model.Duties; duty++)
        {
            for (var person = 0; person < model.People; person++)
            {
                for (var year = 1; year <= model.Years; year++) terms.Add(new(1, model.Receives(duty, person, year)));
            }
        }

        // Where somebody's ask is set aside there may be fewer than asked.
        var allAsked = problem.People.All(p => p.AnyNumber || model.IsAsked(new AskCondition(p.Key)));
        return Sum("handovers beyond those asked", 3, terms, -asked) with { Least = allAsked ? 0 : -asked };
    }

    RotationGoal Parted()
    {
        var terms = new List<Term>();
        foreach (var pair in problem.Together.Where(t => !t.Must))
        {
            var (one, other) = (model.DutyOf(pair.One), model.DutyOf(pair.Other));
            for (var year = 1; year <= model.Years; year++)
            {
                var parted = model.Solver.NewVariable();
                for (var person = 0; person < model.People; person++) model.Solver.AddClause(parted, !model.Holds(one, person, year), model.Holds(other, person, year));
                terms.Add(new(1, parted));
            }
        }

        return Sum("years in which duties best kept together are parted", 4, terms, 0);
    }

    /// <summary>The cost is a constant and a sum.</summary>
    RotationGoal Sum(string name, int level, List<Term> terms, long constant) => new(name, level, Math.Max(0, constant), limit =>
    {
        var guard = model.Solver.NewVariable(phase: true);
        model.AddAtMost(guard, terms, limit - constant);
        return guard;
    });
}
