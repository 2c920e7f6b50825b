// One file: its tests take turns, because they share one service and move its clock, beside everything else that is tried.
import './people/account.ts'
import './people/audit.ts'
import './people/force.ts'
import './people/mishaps.ts'
import './people/sta.ts'
import './people/ukfiu-board.ts'
import './people/ukfiu-reviews.ts'
import './people/ukfiu.ts'
